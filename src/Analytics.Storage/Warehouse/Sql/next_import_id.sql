SELECT COALESCE(MAX(id), 0) + 1 FROM import_ledger
