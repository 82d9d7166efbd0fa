-- the same content came again under another mapping: what the earlier mapping refused is no longer waiting
UPDATE quarantine SET status = 'superseded'
WHERE status = 'waiting' AND import_id IN (
    SELECT id FROM import_ledger
    WHERE table_name = @table_name AND content_hash = @content_hash AND mapping_hash <> @mapping_hash AND id <> @id)
