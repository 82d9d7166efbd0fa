DELETE f FROM complaint f JOIN stage_row s ON f.received_at = s.row_at AND f.id = s.row_id
