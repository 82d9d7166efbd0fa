UPDATE {table}_key
SET row_at = @row_at, content_high = @content_high, content_low = @content_low, import_id = @import_id,
    seen_import = @seen_import
WHERE key_high = @key_high AND key_low = @key_low AND part = @part
