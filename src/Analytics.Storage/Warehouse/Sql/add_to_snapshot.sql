INSERT INTO subscriber_snapshot (as_of, row_total, chunk_total, is_stale) VALUES (@as_of, @row_total, 1, 0)
ON CONFLICT (as_of) DO UPDATE SET row_total = subscriber_snapshot.row_total + excluded.row_total, chunk_total = subscriber_snapshot.chunk_total + 1
