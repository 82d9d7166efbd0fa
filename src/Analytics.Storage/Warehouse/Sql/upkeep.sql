PRAGMA analysis_limit = 1000;
PRAGMA optimize;
PRAGMA wal_checkpoint(TRUNCATE);
