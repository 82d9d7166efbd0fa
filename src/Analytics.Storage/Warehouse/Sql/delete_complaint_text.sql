DELETE FROM complaint_text WHERE id = @row_id
