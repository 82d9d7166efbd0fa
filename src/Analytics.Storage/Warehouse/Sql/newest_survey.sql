SELECT MAX(answered_at) FROM survey
