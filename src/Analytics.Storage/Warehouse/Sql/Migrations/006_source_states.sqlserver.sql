-- How far each configured source was pulled. position: the last row of the last whole pass; range_* and pass_*: the pass at work, and how far
-- the data of it are stored, written in the same transaction as they are.

CREATE TABLE source_state (
    source NVARCHAR(200) NOT NULL PRIMARY KEY,
    definition VARCHAR(64) NOT NULL,
    position NVARCHAR(2000),
    pass BIGINT NOT NULL,
    is_open SMALLINT NOT NULL,
    range_from NVARCHAR(2000),
    range_after NVARCHAR(2000),
    range_until NVARCHAR(2000),
    pass_import BIGINT NOT NULL,
    pass_position NVARCHAR(2000),
    finished_at VARCHAR(30)
);
