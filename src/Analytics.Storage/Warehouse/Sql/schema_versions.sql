SELECT id FROM schema_version ORDER BY id
