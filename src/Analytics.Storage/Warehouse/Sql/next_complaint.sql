SELECT MIN(received_at) FROM complaint WHERE received_at >= @from
