-- Dimension labels, the four fact tables and the keys that make writes idempotent.
-- Days are day numbers (days since 0001-01-01), moments are UTC ticks of 100 ns, money is in 1/10,000 units.
-- Facts are clustered by time, so a window is one range scan however long the history is.

CREATE TABLE dimension_value (
    dimension TEXT COLLATE "C" NOT NULL,
    value_key INT NOT NULL,
    label TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (dimension, value_key)
);

CREATE TABLE complaint (
    received_at BIGINT NOT NULL,
    id BIGINT NOT NULL,
    complaint_id TEXT COLLATE "C",
    subscriber_high BIGINT,
    subscriber_low BIGINT,
    channel INT,
    category INT,
    cause INT,
    sub_cause INT,
    journey_stage INT,
    region INT,
    "operator" INT,
    purpose INT,
    requested_resolution INT,
    is_reasonable SMALLINT,
    is_escalated SMALLINT,
    first_reply_at BIGINT,
    closed_at BIGINT,
    resolution INT,
    is_accepted SMALLINT,
    satisfaction DOUBLE PRECISION,
    refund_due BIGINT,
    refund_paid BIGINT,
    status INT,
    "count" BIGINT NOT NULL,
    PRIMARY KEY (received_at, id)
);

-- answers "did this subscriber complain about this cause before" from the index alone
CREATE INDEX complaint_subscriber ON complaint (subscriber_high, subscriber_low, cause, received_at) WHERE subscriber_high IS NOT NULL;

-- apart from the hot row, so that window scans stay narrow
CREATE TABLE complaint_text (
    id BIGINT NOT NULL PRIMARY KEY,
    "text" TEXT COLLATE "C" NOT NULL
);

CREATE TABLE subscriber (
    as_of INT NOT NULL,
    id BIGINT NOT NULL,
    subscriber_high BIGINT NOT NULL,
    subscriber_low BIGINT NOT NULL,
    gender INT,
    age INT,
    birth_year INT,
    region INT,
    brand INT,
    "plan" INT,
    activated_on INT,
    arpu DOUBLE PRECISION,
    arpu_3m DOUBLE PRECISION,
    data_mb DOUBLE PRECISION,
    data_spend_share DOUBLE PRECISION,
    voice_minutes DOUBLE PRECISION,
    sms_count BIGINT,
    is_5g SMALLINT,
    terminal INT,
    suspensions BIGINT,
    star_level INT,
    PRIMARY KEY (as_of, id)
);

CREATE TABLE survey (
    answered_at BIGINT NOT NULL,
    id BIGINT NOT NULL,
    response_id TEXT COLLATE "C" NOT NULL,
    subscriber_high BIGINT,
    subscriber_low BIGINT,
    "operator" INT,
    brand INT,
    region INT,
    weight DOUBLE PRECISION,
    item INT NOT NULL,
    score DOUBLE PRECISION,
    PRIMARY KEY (answered_at, id)
);

CREATE TABLE population (
    as_of INT NOT NULL,
    id BIGINT NOT NULL,
    region INT,
    brand INT,
    "plan" INT,
    gender INT,
    "operator" INT,
    subscribers BIGINT NOT NULL,
    PRIMARY KEY (as_of, id)
);

-- One row per natural key. The key is led by part, the snapshot's day for subscribers, 0 for the others, whose rows may change their
-- date. seen_import is the import that has met the key last; content_* is what is stored.
CREATE TABLE complaint_key (
    part INT NOT NULL, key_high BIGINT NOT NULL, key_low BIGINT NOT NULL,
    row_at BIGINT NOT NULL, row_id BIGINT NOT NULL, content_high BIGINT NOT NULL, content_low BIGINT NOT NULL,
    import_id BIGINT NOT NULL, seen_import BIGINT NOT NULL,
    PRIMARY KEY (part, key_high, key_low)
);

CREATE TABLE subscriber_key (
    part INT NOT NULL, key_high BIGINT NOT NULL, key_low BIGINT NOT NULL,
    row_at BIGINT NOT NULL, row_id BIGINT NOT NULL, content_high BIGINT NOT NULL, content_low BIGINT NOT NULL,
    import_id BIGINT NOT NULL, seen_import BIGINT NOT NULL,
    PRIMARY KEY (part, key_high, key_low)
);

CREATE TABLE survey_key (
    part INT NOT NULL, key_high BIGINT NOT NULL, key_low BIGINT NOT NULL,
    row_at BIGINT NOT NULL, row_id BIGINT NOT NULL, content_high BIGINT NOT NULL, content_low BIGINT NOT NULL,
    import_id BIGINT NOT NULL, seen_import BIGINT NOT NULL,
    PRIMARY KEY (part, key_high, key_low)
);

CREATE TABLE population_key (
    part INT NOT NULL, key_high BIGINT NOT NULL, key_low BIGINT NOT NULL,
    row_at BIGINT NOT NULL, row_id BIGINT NOT NULL, content_high BIGINT NOT NULL, content_low BIGINT NOT NULL,
    import_id BIGINT NOT NULL, seen_import BIGINT NOT NULL,
    PRIMARY KEY (part, key_high, key_low)
);

-- Rows without a natural key are known by what they hold: by day, runs of (content hash, times stored, times met), see ContentPart.
CREATE TABLE content_run (
    table_name TEXT COLLATE "C" NOT NULL,
    part INT NOT NULL,
    id BIGINT NOT NULL,
    import_id BIGINT NOT NULL,
    is_stored SMALLINT NOT NULL,
    data BYTEA NOT NULL,
    PRIMARY KEY (table_name, part, id)
);
