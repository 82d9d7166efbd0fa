INSERT INTO {table}_key (key_high, key_low, part, row_at, row_id, content_high, content_low, import_id, seen_import)
VALUES (@key_high, @key_low, @part, @row_at, @row_id, @content_high, @content_low, @import_id, @import_id)
ON CONFLICT DO NOTHING
