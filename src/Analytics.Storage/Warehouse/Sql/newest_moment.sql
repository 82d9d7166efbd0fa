SELECT newest_at FROM table_state WHERE table_name = 'complaint'
