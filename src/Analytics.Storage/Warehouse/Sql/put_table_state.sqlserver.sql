UPDATE table_state SET row_total = @row_total, digest_high = @digest_high, digest_low = @digest_low, newest_at = @newest_at, newest_is_stale = @newest_is_stale WHERE table_name = @table_name;
INSERT INTO table_state (table_name, row_total, digest_high, digest_low, newest_at, newest_is_stale)
SELECT @table_name, @row_total, @digest_high, @digest_low, @newest_at, @newest_is_stale
WHERE NOT EXISTS (SELECT 1 FROM table_state WHERE table_name = @table_name)
