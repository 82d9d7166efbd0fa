INSERT INTO write_holder (session_id, process_id, host, since, purpose) VALUES (@@SPID, @process_id, @host, @since, @purpose)
