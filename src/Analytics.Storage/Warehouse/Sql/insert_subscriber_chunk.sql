INSERT INTO subscriber_chunk (as_of, column_name, chunk_no, row_total, encoding, data)
SELECT @as_of, @column_name, s.chunk_total, @row_total, @encoding, @data FROM subscriber_snapshot s WHERE s.as_of = @as_of
