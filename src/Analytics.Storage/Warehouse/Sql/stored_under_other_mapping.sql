SELECT CAST(COALESCE(SUM(stored), 0) AS BIGINT) FROM import_ledger
WHERE table_name = @table_name AND content_hash = @content_hash AND mapping_hash <> @mapping_hash AND status <> 'retried'
