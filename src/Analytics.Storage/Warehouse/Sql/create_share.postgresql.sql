CREATE FOREIGN TABLE {table}_shard_{number} PARTITION OF {table} FOR VALUES IN ({number}) SERVER analytics_shard_{number} OPTIONS (table_name '{table}');
