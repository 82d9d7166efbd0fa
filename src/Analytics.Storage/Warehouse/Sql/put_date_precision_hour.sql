INSERT INTO date_precision_hour (table_name, hour, date_precision) VALUES (@table_name, @hour, @date_precision) ON CONFLICT DO NOTHING
