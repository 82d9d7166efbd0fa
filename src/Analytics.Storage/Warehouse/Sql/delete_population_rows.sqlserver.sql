DELETE f FROM population f JOIN stage_row s ON f.as_of = s.row_at AND f.id = s.row_id
