INSERT INTO table_state (table_name, row_total, digest_high, digest_low, newest_at, newest_is_stale)
VALUES (@table_name, @row_total, @digest_high, @digest_low, @newest_at, @newest_is_stale)
ON CONFLICT (table_name) DO UPDATE SET row_total = excluded.row_total, digest_high = excluded.digest_high, digest_low = excluded.digest_low,
    newest_at = excluded.newest_at, newest_is_stale = excluded.newest_is_stale
