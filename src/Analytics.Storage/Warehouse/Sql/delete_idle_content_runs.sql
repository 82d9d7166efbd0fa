DELETE FROM content_run WHERE table_name = @table_name AND import_id = @import_id AND is_stored = 0
