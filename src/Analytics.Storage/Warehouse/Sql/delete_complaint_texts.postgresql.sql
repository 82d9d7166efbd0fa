DELETE FROM complaint_text t USING stage_row s WHERE t.id = s.row_id
