SELECT row_total, encoding, data FROM subscriber_chunk WHERE as_of = @as_of AND column_name = @column_name ORDER BY chunk_no
