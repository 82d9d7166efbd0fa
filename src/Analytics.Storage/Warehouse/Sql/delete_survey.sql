DELETE FROM survey WHERE answered_at = @row_at AND id = @row_id
