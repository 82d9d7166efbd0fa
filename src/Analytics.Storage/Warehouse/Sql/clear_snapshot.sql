UPDATE subscriber_snapshot SET row_total = 0, chunk_total = 0, is_stale = 0 WHERE as_of = @as_of
