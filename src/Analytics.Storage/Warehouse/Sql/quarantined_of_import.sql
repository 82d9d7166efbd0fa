SELECT COUNT(*) FROM quarantine WHERE import_id = @import_id
