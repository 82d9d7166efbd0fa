-- the row counts while the session that wrote it holds the lock still
SELECT h.process_id AS ProcessId, h.host AS Host, h.since AS Since, h.purpose AS Purpose
FROM write_holder h
JOIN pg_locks l ON l.pid = h.session_id AND l.locktype = 'advisory' AND l.classid = 16718 AND l.objsubid = 2 AND l.granted
