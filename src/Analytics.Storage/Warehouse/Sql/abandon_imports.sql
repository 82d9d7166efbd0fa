UPDATE import_ledger SET status = 'abandoned' WHERE table_name = @table_name AND status = 'running' AND id <> @id
