INSERT INTO import_ledger (id, table_name, source, content_hash, mapping_hash, date_precision, header, status, repeat_of, first_row_id,
    source_rows, rows_read, stored, already_there, quarantined, repeated_rows, repeated_ids, started_at, finished_at)
VALUES (@id, @table_name, @source, @content_hash, @mapping_hash, @date_precision, @header, @status, @repeat_of, @first_row_id,
    0, 0, 0, 0, 0, 0, 0, @started_at, NULL)
