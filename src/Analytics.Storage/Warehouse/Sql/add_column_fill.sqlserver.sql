UPDATE column_fill SET filled = filled + @filled WHERE table_name = @table_name AND column_name = @column_name;
INSERT INTO column_fill (table_name, column_name, filled)
SELECT @table_name, @column_name, @filled
WHERE NOT EXISTS (SELECT 1 FROM column_fill WHERE table_name = @table_name AND column_name = @column_name)
