-- the row counts while somebody holds the lock still
SELECT h.process_id AS ProcessId, h.host AS Host, h.since AS Since, h.purpose AS Purpose
FROM write_holder h
WHERE APPLOCK_TEST('public', N'analytics.writer.' + SCHEMA_NAME(), 'Exclusive', 'Session') = 0
