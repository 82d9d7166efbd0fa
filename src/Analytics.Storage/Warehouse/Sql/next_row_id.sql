SELECT COALESCE(MAX(first_row_id + rows_read), 1) FROM import_ledger WHERE table_name = @table_name
