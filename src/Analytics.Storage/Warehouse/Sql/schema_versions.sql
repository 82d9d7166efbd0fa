SELECT id, name FROM schema_version ORDER BY id
