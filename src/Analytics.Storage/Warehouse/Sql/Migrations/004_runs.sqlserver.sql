-- Jobs as they were executed, and the runs of which each may be done once on however many workers.

-- lease_until, *_at: UTC ticks. An execution is alive while it moves its lease on; steps and counts are JSON
CREATE TABLE job_execution (
    id VARCHAR(32) NOT NULL PRIMARY KEY,
    job NVARCHAR(60) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    cause VARCHAR(20) NOT NULL,
    worker NVARCHAR(200) NOT NULL,
    attempt INT NOT NULL,
    status VARCHAR(20) NOT NULL,
    step NVARCHAR(200) NOT NULL,
    started_at BIGINT NOT NULL,
    lease_until BIGINT NOT NULL,
    finished_at BIGINT,
    summary NVARCHAR(2000) NOT NULL,
    counts NVARCHAR(MAX) NOT NULL,
    steps NVARCHAR(MAX) NOT NULL,
    run_keys NVARCHAR(MAX) NOT NULL,
    error_code VARCHAR(10)
);

CREATE INDEX job_execution_job ON job_execution (job, started_at);

-- claim is the execution that has the run in hand or had it last
CREATE TABLE report_run (
    run_key VARCHAR(64) NOT NULL PRIMARY KEY,
    report NVARCHAR(60) NOT NULL,
    scope NVARCHAR(400) NOT NULL,
    period VARCHAR(10) NOT NULL,
    data_version VARCHAR(64) NOT NULL,
    status VARCHAR(20) NOT NULL,
    claim VARCHAR(32) NOT NULL,
    lease_until BIGINT NOT NULL,
    attempts INT NOT NULL,
    version_no INT,
    folder NVARCHAR(1000),
    detail NVARCHAR(2000) NOT NULL,
    updated_at BIGINT NOT NULL
);

CREATE INDEX report_run_period ON report_run (report, scope, period);
