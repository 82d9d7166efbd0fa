DELETE f FROM survey f JOIN stage_row s ON f.answered_at = s.row_at AND f.id = s.row_id
