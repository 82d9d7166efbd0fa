INSERT INTO write_holder (session_id, process_id, host, since, purpose) VALUES (pg_backend_pid(), @process_id, @host, @since, @purpose)
