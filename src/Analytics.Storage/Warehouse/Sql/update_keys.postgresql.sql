UPDATE {table}_key k
SET row_at = s.row_at, content_high = s.content_high, content_low = s.content_low, import_id = s.import_id,
    seen_import = s.seen_import
FROM stage_key s
WHERE k.part = s.part AND k.key_high = s.key_high AND k.key_low = s.key_low
