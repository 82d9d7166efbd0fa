-- Snapshots of the base once more, column by column in compact arrays: millions of subscribers are scanned without reading rows.
-- A snapshot whose rows were changed is stale until its chunks are rebuilt; a stale one is read from the row table.

CREATE TABLE subscriber_snapshot (
    as_of INT NOT NULL PRIMARY KEY,
    row_total BIGINT NOT NULL,
    chunk_total INT NOT NULL,
    is_stale SMALLINT NOT NULL
);

CREATE TABLE subscriber_chunk (
    as_of INT NOT NULL,
    column_name TEXT COLLATE "C" NOT NULL,
    chunk_no INT NOT NULL,
    row_total INT NOT NULL,
    encoding SMALLINT NOT NULL,
    data BYTEA NOT NULL,
    PRIMARY KEY (as_of, column_name, chunk_no)
);

-- snapshots stored before this table was there are taken up, and rebuilt by the next import
INSERT INTO subscriber_snapshot (as_of, row_total, chunk_total, is_stale)
SELECT as_of, COUNT(*), 0, 1 FROM subscriber GROUP BY as_of;
