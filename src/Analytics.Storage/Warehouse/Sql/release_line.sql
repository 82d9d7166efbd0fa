UPDATE quarantine SET status = 'released'
WHERE import_id = @import_id AND line = @line AND status = 'waiting' AND (@only_rule IS NULL OR rule_name = @only_rule)
