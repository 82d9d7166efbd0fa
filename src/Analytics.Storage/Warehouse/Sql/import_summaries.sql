SELECT table_name, source, CAST(SUM(rows_read) AS BIGINT), CAST(SUM(stored) AS BIGINT), CAST(SUM(already_there) AS BIGINT), CAST(SUM(quarantined) AS BIGINT)
FROM import_ledger
WHERE status = 'complete' AND repeat_of IS NULL
GROUP BY table_name, source
ORDER BY table_name, source
