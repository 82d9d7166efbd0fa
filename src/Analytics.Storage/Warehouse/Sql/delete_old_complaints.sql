DELETE FROM complaint WHERE received_at < @before
