-- where a batch's keys and rows are put by COPY before they are looked up or changed as a set
CREATE TEMPORARY TABLE stage_key (
    position INT NOT NULL, part INT NOT NULL, key_high BIGINT NOT NULL, key_low BIGINT NOT NULL,
    row_at BIGINT, content_high BIGINT, content_low BIGINT,
    import_id BIGINT, seen_import BIGINT
) ON COMMIT DELETE ROWS;

CREATE TEMPORARY TABLE stage_row (row_at BIGINT NOT NULL, row_id BIGINT NOT NULL) ON COMMIT DELETE ROWS;

CREATE TEMPORARY TABLE stage_quarantine (
    position INT NOT NULL, line BIGINT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, rule_name TEXT NOT NULL, raw TEXT NOT NULL, is_canonical SMALLINT NOT NULL
) ON COMMIT DELETE ROWS;

-- a batch is small beside the table it is looked up in, which the planner cannot know: never read the whole table for it
SET enable_hashjoin = off;
SET enable_mergejoin = off;
