INSERT INTO date_precision_hour (table_name, hour, date_precision)
SELECT @table_name, @hour, @date_precision
WHERE NOT EXISTS (SELECT 1 FROM date_precision_hour WHERE table_name = @table_name AND hour = @hour AND date_precision = @date_precision)
