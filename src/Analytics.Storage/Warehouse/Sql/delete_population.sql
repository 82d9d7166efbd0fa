DELETE FROM population WHERE as_of = @row_at AND id = @row_id
