SELECT id AS Id, job AS Job, kind AS Kind, cause AS Cause, worker AS Worker, attempt AS Attempt, status AS Status, step AS Step, started_at AS StartedTicks,
    lease_until AS LeaseTicks, finished_at AS FinishedTicks, summary AS Summary, counts AS Counts, steps AS Steps, run_keys AS RunKeys, error_code AS ErrorCode
FROM job_execution
WHERE started_at >= @since AND (@job = '' OR job = @job)
ORDER BY started_at DESC, id
