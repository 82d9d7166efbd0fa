UPDATE import_ledger SET status = 'complete', finished_at = @finished_at WHERE id = @id AND status = 'running'
