SELECT id AS Id, table_name AS TableName, source AS Source, content_hash AS ContentHash, mapping_hash AS MappingHash, date_precision AS DatePrecision,
    header AS Header, status AS Status, repeat_of AS RepeatOf, first_row_id AS FirstRowId, source_rows AS SourceRows, rows_read AS RowsRead, stored AS Stored,
    already_there AS AlreadyThere, quarantined AS Quarantined, repeated_rows AS RepeatedRows, repeated_ids AS RepeatedIds
FROM import_ledger
WHERE id = @id
