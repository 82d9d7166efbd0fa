-- what a writer that died may have left
DELETE FROM stage_key;
DELETE FROM stage_row;
DELETE FROM stage_quarantine;
