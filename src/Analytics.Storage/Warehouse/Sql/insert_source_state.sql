INSERT INTO source_state (source, definition, position, pass, is_open, range_from, range_after, range_until, pass_import, pass_position, finished_at)
VALUES (@source, @definition, @position, @pass, @is_open, @range_from, @range_after, @range_until, @pass_import, @pass_position, @finished_at)
