SELECT row_at, row_id, content_high, content_low, occurrences, import_id, seen_import, seen_count
FROM {table}_key
WHERE key_high = @key_high AND key_low = @key_low AND part = @part
