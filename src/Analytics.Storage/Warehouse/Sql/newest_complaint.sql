SELECT MAX(newest) FROM (SELECT MAX(received_at) AS newest FROM complaint UNION ALL SELECT MAX(first_reply_at) FROM complaint UNION ALL SELECT MAX(closed_at) FROM complaint) AS moments
