SELECT as_of FROM subscriber_snapshot
WHERE is_stale = 1 OR (chunk_total > 4 AND row_total < chunk_total * @small_chunk)
ORDER BY as_of
