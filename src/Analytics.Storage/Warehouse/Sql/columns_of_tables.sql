SELECT LOWER(t.name) AS table_name, LOWER(c.name) AS column_name
FROM sqlite_master AS t CROSS JOIN pragma_table_info(t.name) AS c
WHERE t.type = 'table' AND LOWER(t.name) LIKE @prefix
