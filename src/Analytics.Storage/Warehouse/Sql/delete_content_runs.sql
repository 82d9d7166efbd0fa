DELETE FROM content_run WHERE table_name = @table_name AND part = @part
