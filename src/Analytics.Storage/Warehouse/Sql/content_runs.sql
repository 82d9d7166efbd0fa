SELECT import_id, data FROM content_run WHERE table_name = @table_name AND part = @part ORDER BY id
