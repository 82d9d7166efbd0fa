SELECT i.table_name, q.rule_name, q.field, CAST(COUNT(*) AS BIGINT)
FROM quarantine q
JOIN import_ledger i ON i.id = q.import_id
WHERE q.status = 'waiting' AND i.status = 'complete'
GROUP BY i.table_name, q.rule_name, q.field
ORDER BY i.table_name, q.rule_name, q.field
