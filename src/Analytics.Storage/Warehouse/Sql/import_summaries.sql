SELECT table_name, source, SUM(rows_read), SUM(stored), SUM(already_there), SUM(quarantined)
FROM import_ledger
WHERE status = 'complete' AND repeat_of IS NULL
GROUP BY table_name, source
ORDER BY table_name, source
