UPDATE import_ledger
SET quarantined = (SELECT COUNT(*) FROM quarantine WHERE import_id = @id AND status = 'waiting'),
    stored = stored + @stored,
    already_there = already_there + @already_there,
    rows_read = stored + @stored + already_there + @already_there + (SELECT COUNT(*) FROM quarantine WHERE import_id = @id AND status = 'waiting')
WHERE id = @id
