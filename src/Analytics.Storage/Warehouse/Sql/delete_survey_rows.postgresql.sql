DELETE FROM survey f USING stage_row s WHERE f.answered_at = s.row_at AND f.id = s.row_id
