UPDATE import_ledger
SET source_rows = @source_rows, rows_read = @rows_read, stored = @stored, already_there = @already_there, quarantined = @quarantined,
    repeated_rows = @repeated_rows, repeated_ids = @repeated_ids
WHERE id = @id
