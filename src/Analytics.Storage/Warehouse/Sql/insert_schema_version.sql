INSERT INTO schema_version (id, name, applied_at) VALUES (@id, @name, @applied_at)
