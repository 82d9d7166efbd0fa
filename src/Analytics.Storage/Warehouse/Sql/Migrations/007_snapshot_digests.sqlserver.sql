-- What a snapshot of the base holds, in two sums over the contents of its rows: tells one that was corrected in place from what it was.
-- A snapshot stored before begins at 0, which tells changes from now on all the same.
ALTER TABLE subscriber_snapshot ADD digest_high BIGINT NOT NULL DEFAULT 0, digest_low BIGINT NOT NULL DEFAULT 0;
