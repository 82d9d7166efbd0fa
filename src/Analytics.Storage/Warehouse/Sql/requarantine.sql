UPDATE quarantine SET rule_name = @rule_name, field = @field, value = @value
WHERE import_id = @import_id AND line = @line AND status = 'waiting'
    AND (@only_rule IS NULL OR rule_name = @only_rule)
    AND (@same_field = 0 OR field = @field)
