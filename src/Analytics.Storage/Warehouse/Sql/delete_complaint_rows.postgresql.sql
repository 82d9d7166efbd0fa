DELETE FROM complaint f USING stage_row s WHERE f.received_at = s.row_at AND f.id = s.row_id
