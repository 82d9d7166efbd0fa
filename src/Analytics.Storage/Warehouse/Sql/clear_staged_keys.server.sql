DELETE FROM stage_key
