UPDATE job_execution
SET status = @status, step = '', finished_at = @finished_at, lease_until = 0, summary = @summary, counts = @counts, steps = @steps, run_keys = @run_keys, error_code = @error_code
WHERE id = @id
