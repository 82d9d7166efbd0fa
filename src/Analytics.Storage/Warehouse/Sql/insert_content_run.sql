INSERT INTO content_run (table_name, part, id, import_id, is_stored, data)
SELECT @table_name, @part, COALESCE(MAX(id), 0) + 1, @import_id, @is_stored, @data FROM content_run WHERE table_name = @table_name AND part = @part
