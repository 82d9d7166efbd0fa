UPDATE quarantine SET rule_name = @rule_name, field = @field, value = @value
WHERE import_id = @import_id AND line = @line AND status = 'waiting'
