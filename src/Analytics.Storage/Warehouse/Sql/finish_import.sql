UPDATE import_ledger SET status = @status, finished_at = @finished_at WHERE id = @id AND status = 'running'
