-- Imports with their watermark, quarantine, findings, and what is known of a table without scanning it.

CREATE TABLE import_ledger (
    id BIGINT NOT NULL PRIMARY KEY,
    table_name NVARCHAR(20) NOT NULL,
    source NVARCHAR(4000) NOT NULL,
    content_hash NVARCHAR(128) NOT NULL,
    mapping_hash NVARCHAR(128) NOT NULL,
    date_precision SMALLINT NOT NULL,
    header NVARCHAR(MAX) NOT NULL,
    status NVARCHAR(10) NOT NULL,
    repeat_of BIGINT,
    first_row_id BIGINT NOT NULL,
    source_rows BIGINT NOT NULL,
    rows_read BIGINT NOT NULL,
    stored BIGINT NOT NULL,
    already_there BIGINT NOT NULL,
    quarantined BIGINT NOT NULL,
    repeated_rows BIGINT NOT NULL,
    repeated_ids BIGINT NOT NULL,
    started_at NVARCHAR(30) NOT NULL,
    finished_at NVARCHAR(30)
);

CREATE INDEX import_ledger_source ON import_ledger (table_name, content_hash);

CREATE TABLE quarantine (
    id BIGINT NOT NULL PRIMARY KEY,
    import_id BIGINT NOT NULL,
    line BIGINT NOT NULL,
    field NVARCHAR(400) NOT NULL,
    value NVARCHAR(MAX) NOT NULL,
    rule_name NVARCHAR(60) NOT NULL,
    raw NVARCHAR(MAX) NOT NULL,
    is_canonical SMALLINT NOT NULL,
    status NVARCHAR(10) NOT NULL
);

CREATE INDEX quarantine_line ON quarantine (import_id, line);

CREATE TABLE finding (
    import_id BIGINT NOT NULL,
    position INT NOT NULL,
    rule_name NVARCHAR(60) NOT NULL,
    source NVARCHAR(4000) NOT NULL,
    field NVARCHAR(400) NOT NULL,
    occurrences BIGINT NOT NULL,
    detail NVARCHAR(MAX) NOT NULL,
    PRIMARY KEY (import_id, position)
);

-- digest_* is the sum of all row content hashes modulo 2^128: the same rows give the same digest in whatever order they came
CREATE TABLE table_state (
    table_name NVARCHAR(20) NOT NULL PRIMARY KEY,
    row_total BIGINT NOT NULL,
    digest_high BIGINT NOT NULL,
    digest_low BIGINT NOT NULL,
    newest_at BIGINT NOT NULL,
    newest_is_stale SMALLINT NOT NULL
);

CREATE TABLE column_fill (
    table_name NVARCHAR(20) NOT NULL,
    column_name NVARCHAR(40) NOT NULL,
    filled BIGINT NOT NULL,
    PRIMARY KEY (table_name, column_name)
);

-- the hours (UTC, hour number since year 1) in which a table has rows dated no more exactly than that
CREATE TABLE date_precision_hour (
    table_name NVARCHAR(20) NOT NULL,
    hour BIGINT NOT NULL,
    date_precision SMALLINT NOT NULL,
    PRIMARY KEY (table_name, hour, date_precision)
);

CREATE TABLE label (
    language NVARCHAR(20) NOT NULL,
    stored NVARCHAR(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    shown NVARCHAR(400) NOT NULL,
    PRIMARY KEY (language, stored)
);

CREATE TABLE survey_scale (
    item NVARCHAR(400) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    minimum DOUBLE PRECISION NOT NULL,
    maximum DOUBLE PRECISION NOT NULL
);

-- who holds the write lock; a row left by a process that died counts for nothing, since its lock is gone
CREATE TABLE write_holder (
    session_id INT NOT NULL,
    process_id INT NOT NULL,
    host NVARCHAR(400) NOT NULL,
    since NVARCHAR(30) NOT NULL,
    purpose NVARCHAR(4000) NOT NULL
);
