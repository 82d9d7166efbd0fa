DELETE FROM complaint WHERE received_at = @row_at AND id = @row_id
