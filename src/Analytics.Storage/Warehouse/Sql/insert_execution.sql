INSERT INTO job_execution (id, job, kind, cause, worker, attempt, status, step, started_at, lease_until, summary, counts, steps, run_keys)
VALUES (@id, @job, @kind, @cause, @worker, @attempt, 'running', '', @started_at, @lease_until, '', '{}', '[]', '')
