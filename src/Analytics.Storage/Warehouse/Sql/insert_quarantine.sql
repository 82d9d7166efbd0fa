INSERT INTO quarantine (id, import_id, line, field, value, rule_name, raw, is_canonical, status)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM quarantine), @import_id, @line, @field, @value, @rule_name, @raw, @is_canonical, 'waiting'
WHERE @is_repeat = 0
    OR NOT EXISTS (SELECT 1 FROM quarantine WHERE import_id = @import_id AND line = @line AND rule_name = @rule_name AND field = @field AND raw = @raw)
