DELETE FROM stage_row
