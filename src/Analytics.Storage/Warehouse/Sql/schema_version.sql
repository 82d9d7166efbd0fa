SELECT COALESCE(MAX(id), 0) FROM schema_version
