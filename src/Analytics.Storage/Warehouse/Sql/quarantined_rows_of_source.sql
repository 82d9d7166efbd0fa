SELECT q.rule_name AS Rule, q.field AS Field, q.raw AS Raw
FROM quarantine q
JOIN import_ledger i ON i.id = q.import_id
WHERE i.table_name = @table_name AND i.source = @source AND i.status = 'complete' AND q.import_id <> @id
