ANALYZE {table}; ANALYZE {table}_key
