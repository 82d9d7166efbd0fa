INSERT INTO column_fill (table_name, column_name, filled) VALUES (@table_name, @column_name, @filled)
ON CONFLICT (table_name, column_name) DO UPDATE SET filled = column_fill.filled + excluded.filled
