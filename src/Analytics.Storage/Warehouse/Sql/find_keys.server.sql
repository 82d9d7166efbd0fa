SELECT s.position, k.row_at, k.row_id, k.content_high, k.content_low, k.import_id, k.seen_import
FROM stage_key s
JOIN {table}_key k ON k.part = s.part AND k.key_high = s.key_high AND k.key_low = s.key_low
