INSERT INTO quarantine (id, import_id, line, field, value, rule_name, raw, is_canonical, status)
SELECT (SELECT COALESCE(MAX(id), 0) FROM quarantine) + ROW_NUMBER() OVER (ORDER BY s.position), @import_id, s.line, s.field, s.value, s.rule_name, s.raw, s.is_canonical, 'waiting'
FROM stage_quarantine s
WHERE @is_repeat = 0
    OR NOT EXISTS (SELECT 1 FROM quarantine q WHERE q.import_id = @import_id AND q.line = s.line AND q.rule_name = s.rule_name AND q.field = s.field AND q.raw = s.raw)
