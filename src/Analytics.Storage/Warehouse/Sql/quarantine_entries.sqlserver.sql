SELECT q.id AS Id, q.import_id AS ImportId, i.table_name AS TableName, i.source AS Source, i.mapping_hash AS MappingHash, i.header AS Header,
    q.line AS Line, q.field AS Field, q.value AS Value, q.rule_name AS Rule, q.raw AS Raw, q.is_canonical AS IsCanonical
FROM quarantine q
JOIN import_ledger i ON i.id = q.import_id
WHERE q.status = 'waiting' AND i.status = 'complete'
    AND (@table_name IS NULL OR i.table_name = @table_name)
    AND (@rule_name IS NULL OR q.rule_name = @rule_name)
    AND (@source IS NULL OR i.source = @source)
    AND (@import_id IS NULL OR q.import_id = @import_id)
ORDER BY q.import_id, q.line, q.id
OFFSET 0 ROWS FETCH NEXT @row_limit ROWS ONLY
