-- Imports with their watermark, quarantine, findings, and what is known of a table without scanning it.

CREATE TABLE import_ledger (
    id BIGINT NOT NULL PRIMARY KEY,
    table_name TEXT COLLATE "C" NOT NULL,
    source TEXT COLLATE "C" NOT NULL,
    content_hash TEXT COLLATE "C" NOT NULL,
    mapping_hash TEXT COLLATE "C" NOT NULL,
    date_precision SMALLINT NOT NULL,
    header TEXT COLLATE "C" NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    repeat_of BIGINT,
    first_row_id BIGINT NOT NULL,
    source_rows BIGINT NOT NULL,
    rows_read BIGINT NOT NULL,
    stored BIGINT NOT NULL,
    already_there BIGINT NOT NULL,
    quarantined BIGINT NOT NULL,
    repeated_rows BIGINT NOT NULL,
    repeated_ids BIGINT NOT NULL,
    started_at TEXT COLLATE "C" NOT NULL,
    finished_at TEXT COLLATE "C"
);

CREATE INDEX import_ledger_source ON import_ledger (table_name, source, content_hash);

CREATE TABLE quarantine (
    id BIGINT NOT NULL PRIMARY KEY,
    import_id BIGINT NOT NULL,
    line BIGINT NOT NULL,
    field TEXT COLLATE "C" NOT NULL,
    value TEXT COLLATE "C" NOT NULL,
    rule_name TEXT COLLATE "C" NOT NULL,
    raw TEXT COLLATE "C" NOT NULL,
    is_canonical SMALLINT NOT NULL,
    status TEXT COLLATE "C" NOT NULL
);

CREATE INDEX quarantine_line ON quarantine (import_id, line, rule_name, field);

CREATE TABLE finding (
    import_id BIGINT NOT NULL,
    position INT NOT NULL,
    rule_name TEXT COLLATE "C" NOT NULL,
    source TEXT COLLATE "C" NOT NULL,
    field TEXT COLLATE "C" NOT NULL,
    occurrences BIGINT NOT NULL,
    detail TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (import_id, position)
);

-- digest_* is the sum of all row content hashes modulo 2^128: the same rows give the same digest in whatever order they came
CREATE TABLE table_state (
    table_name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    row_total BIGINT NOT NULL,
    digest_high BIGINT NOT NULL,
    digest_low BIGINT NOT NULL,
    newest_at BIGINT NOT NULL,
    newest_is_stale SMALLINT NOT NULL
);

CREATE TABLE column_fill (
    table_name TEXT COLLATE "C" NOT NULL,
    column_name TEXT COLLATE "C" NOT NULL,
    filled BIGINT NOT NULL,
    PRIMARY KEY (table_name, column_name)
);

-- the hours (UTC, hour number since year 1) in which a table has rows dated no more exactly than that
CREATE TABLE date_precision_hour (
    table_name TEXT COLLATE "C" NOT NULL,
    hour BIGINT NOT NULL,
    date_precision SMALLINT NOT NULL,
    PRIMARY KEY (table_name, hour, date_precision)
);

CREATE TABLE label (
    language TEXT COLLATE "C" NOT NULL,
    stored TEXT COLLATE "C" NOT NULL,
    shown TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (language, stored)
);

CREATE TABLE survey_scale (
    item TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    minimum DOUBLE PRECISION NOT NULL,
    maximum DOUBLE PRECISION NOT NULL
);

-- who holds the write lock; a row left by a process that died counts for nothing, since its lock is gone
CREATE TABLE write_holder (
    session_id INT NOT NULL,
    process_id INT NOT NULL,
    host TEXT COLLATE "C" NOT NULL,
    since TEXT COLLATE "C" NOT NULL,
    purpose TEXT COLLATE "C" NOT NULL
);
