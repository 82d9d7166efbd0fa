SELECT table_name, row_total, digest_high, digest_low FROM table_state WHERE row_total > 0 ORDER BY table_name
