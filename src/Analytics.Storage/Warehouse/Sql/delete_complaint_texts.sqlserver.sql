DELETE t FROM complaint_text t JOIN stage_row s ON t.id = s.row_id
