-- moves the lease on and says what is being done; nothing where the execution has been given up on
UPDATE job_execution
SET lease_until = @lease_until, step = @step, steps = @steps, counts = @counts, run_keys = @run_keys
WHERE id = @id AND status = 'running'
