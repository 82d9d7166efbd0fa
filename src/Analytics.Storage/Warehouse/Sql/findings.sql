SELECT DISTINCT f.rule_name, f.source, f.field, f.occurrences, f.detail
FROM finding f
JOIN import_ledger i ON i.id = f.import_id
WHERE i.status = 'complete' AND i.repeat_of IS NULL
ORDER BY f.source, f.rule_name, f.field, f.occurrences, f.detail
