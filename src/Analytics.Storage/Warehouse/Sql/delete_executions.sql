DELETE FROM job_execution WHERE started_at < @before AND status <> 'running'
