SELECT row_total AS RowTotal, digest_high AS DigestHigh, digest_low AS DigestLow, newest_at AS NewestAt, newest_is_stale AS NewestIsStale
FROM table_state
WHERE table_name = @table_name
