-- Imports with their watermark, quarantine, findings, and what is known of a table without scanning it.

CREATE TABLE import_ledger (
    id BIGINT NOT NULL PRIMARY KEY,
    table_name VARCHAR(20) NOT NULL,
    source VARCHAR(400) NOT NULL,
    content_hash VARCHAR(128) NOT NULL,
    mapping_hash VARCHAR(128) NOT NULL,
    date_precision SMALLINT NOT NULL,
    header TEXT NOT NULL,
    status VARCHAR(10) NOT NULL,
    repeat_of BIGINT,
    first_row_id BIGINT NOT NULL,
    source_rows BIGINT NOT NULL,
    rows_read BIGINT NOT NULL,
    stored BIGINT NOT NULL,
    already_there BIGINT NOT NULL,
    quarantined BIGINT NOT NULL,
    repeated_rows BIGINT NOT NULL,
    repeated_ids BIGINT NOT NULL,
    started_at VARCHAR(30) NOT NULL,
    finished_at VARCHAR(30)
) WITHOUT ROWID;

CREATE INDEX import_ledger_source ON import_ledger (table_name, source, content_hash);

CREATE TABLE quarantine (
    id BIGINT NOT NULL PRIMARY KEY,
    import_id BIGINT NOT NULL,
    line BIGINT NOT NULL,
    field VARCHAR(200) NOT NULL,
    value VARCHAR(500) NOT NULL,
    rule_name VARCHAR(60) NOT NULL,
    raw TEXT NOT NULL,
    is_canonical SMALLINT NOT NULL,
    status VARCHAR(10) NOT NULL
) WITHOUT ROWID;

CREATE INDEX quarantine_line ON quarantine (import_id, line, rule_name, field);

CREATE TABLE finding (
    import_id BIGINT NOT NULL,
    position INT NOT NULL,
    rule_name VARCHAR(60) NOT NULL,
    source VARCHAR(400) NOT NULL,
    field VARCHAR(200) NOT NULL,
    occurrences BIGINT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (import_id, position)
) WITHOUT ROWID;

-- digest_* is the sum of all row content hashes modulo 2^128: the same rows give the same digest in whatever order they came
CREATE TABLE table_state (
    table_name VARCHAR(20) NOT NULL PRIMARY KEY,
    row_total BIGINT NOT NULL,
    digest_high BIGINT NOT NULL,
    digest_low BIGINT NOT NULL,
    newest_at BIGINT NOT NULL,
    newest_is_stale SMALLINT NOT NULL
) WITHOUT ROWID;

CREATE TABLE column_fill (
    table_name VARCHAR(20) NOT NULL,
    column_name VARCHAR(40) NOT NULL,
    filled BIGINT NOT NULL,
    PRIMARY KEY (table_name, column_name)
) WITHOUT ROWID;

-- the hours (UTC, hour number since year 1) in which a table has rows dated no more exactly than that
CREATE TABLE date_precision_hour (
    table_name VARCHAR(20) NOT NULL,
    hour BIGINT NOT NULL,
    date_precision SMALLINT NOT NULL,
    PRIMARY KEY (table_name, hour, date_precision)
) WITHOUT ROWID;

CREATE TABLE label (
    language VARCHAR(20) NOT NULL,
    stored VARCHAR(400) NOT NULL,
    shown VARCHAR(400) NOT NULL,
    PRIMARY KEY (language, stored)
) WITHOUT ROWID;

CREATE TABLE survey_scale (
    item VARCHAR(400) NOT NULL PRIMARY KEY,
    minimum DOUBLE PRECISION NOT NULL,
    maximum DOUBLE PRECISION NOT NULL
) WITHOUT ROWID;
