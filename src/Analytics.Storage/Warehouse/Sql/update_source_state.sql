UPDATE source_state
SET definition = @definition, position = @position, pass = @pass, is_open = @is_open, range_from = @range_from, range_after = @range_after, range_until = @range_until,
    pass_import = @pass_import, pass_position = @pass_position, finished_at = @finished_at
WHERE source = @source
