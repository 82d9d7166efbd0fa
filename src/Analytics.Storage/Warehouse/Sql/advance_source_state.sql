UPDATE source_state SET pass_import = @pass_import, pass_position = @pass_position WHERE source = @source AND is_open = 1
