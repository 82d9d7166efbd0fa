SELECT row_at, row_id, content_high, content_low, import_id, seen_import
FROM {table}_key
WHERE key_high = @key_high AND key_low = @key_low AND part = @part
