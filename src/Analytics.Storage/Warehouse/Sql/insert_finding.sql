INSERT INTO finding (import_id, position, rule_name, source, field, occurrences, detail)
VALUES (@import_id, @position, @rule_name, @source, @field, @occurrences, @detail)
