SELECT source AS Source, definition AS Definition, position AS Position, pass AS Pass, is_open AS IsOpen, range_from AS RangeFrom, range_after AS RangeAfter,
    range_until AS RangeUntil, pass_import AS PassImport, pass_position AS PassPosition, finished_at AS FinishedAt
FROM source_state
ORDER BY source
