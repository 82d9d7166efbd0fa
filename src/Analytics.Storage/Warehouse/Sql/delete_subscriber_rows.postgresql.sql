DELETE FROM subscriber f USING stage_row s WHERE f.as_of = s.row_at AND f.id = s.row_id
