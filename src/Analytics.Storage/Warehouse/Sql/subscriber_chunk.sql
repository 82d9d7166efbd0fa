SELECT row_total, encoding, data FROM subscriber_chunk WHERE as_of = @as_of AND column_name = @column_name AND chunk_no = @chunk_no
