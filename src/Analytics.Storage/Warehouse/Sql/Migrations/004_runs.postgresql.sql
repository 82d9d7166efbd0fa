-- Jobs as they were executed, and the runs of which each may be done once on however many workers.

-- lease_until, *_at: UTC ticks. An execution is alive while it moves its lease on; steps and counts are JSON
CREATE TABLE job_execution (
    id VARCHAR(32) NOT NULL PRIMARY KEY,
    job VARCHAR(60) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    cause VARCHAR(20) NOT NULL,
    worker VARCHAR(200) NOT NULL,
    attempt INT NOT NULL,
    status VARCHAR(20) NOT NULL,
    step VARCHAR(200) NOT NULL,
    started_at BIGINT NOT NULL,
    lease_until BIGINT NOT NULL,
    finished_at BIGINT,
    summary VARCHAR(2000) NOT NULL,
    counts TEXT NOT NULL,
    steps TEXT NOT NULL,
    run_keys TEXT NOT NULL,
    error_code VARCHAR(10)
);

CREATE INDEX job_execution_job ON job_execution (job, started_at);

-- claim is the execution that has the run in hand or had it last
CREATE TABLE report_run (
    run_key VARCHAR(64) NOT NULL PRIMARY KEY,
    report VARCHAR(60) NOT NULL,
    scope VARCHAR(400) NOT NULL,
    period VARCHAR(10) NOT NULL,
    data_version VARCHAR(64) NOT NULL,
    status VARCHAR(20) NOT NULL,
    claim VARCHAR(32) NOT NULL,
    lease_until BIGINT NOT NULL,
    attempts INT NOT NULL,
    version_no INT,
    folder VARCHAR(1000),
    detail VARCHAR(2000) NOT NULL,
    updated_at BIGINT NOT NULL
);

CREATE INDEX report_run_period ON report_run (report, scope, period);
