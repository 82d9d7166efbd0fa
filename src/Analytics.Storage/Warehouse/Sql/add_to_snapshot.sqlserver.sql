UPDATE subscriber_snapshot SET row_total = row_total + @row_total, chunk_total = chunk_total + 1 WHERE as_of = @as_of;
INSERT INTO subscriber_snapshot (as_of, row_total, chunk_total, is_stale)
SELECT @as_of, @row_total, 1, 0
WHERE NOT EXISTS (SELECT 1 FROM subscriber_snapshot WHERE as_of = @as_of)
