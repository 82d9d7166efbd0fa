DELETE FROM complaint_text WHERE id IN (SELECT id FROM complaint WHERE received_at < @before)
