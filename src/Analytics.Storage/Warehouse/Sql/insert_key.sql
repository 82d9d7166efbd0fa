INSERT INTO {table}_key (key_high, key_low, part, row_at, row_id, content_high, content_low, occurrences, import_id, seen_import, seen_count)
VALUES (@key_high, @key_low, @part, @row_at, @row_id, @content_high, @content_low, @occurrences, @import_id, @import_id, @occurrences)
ON CONFLICT DO NOTHING
