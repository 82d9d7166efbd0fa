SELECT MIN(answered_at) FROM survey WHERE answered_at >= @from
