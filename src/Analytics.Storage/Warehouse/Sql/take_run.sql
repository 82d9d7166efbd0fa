-- one statement, so that of two workers one gets it: the other finds the lease in the future
UPDATE report_run
SET status = 'running', claim = @claim, lease_until = @lease_until, attempts = attempts + 1, updated_at = @now
WHERE run_key = @run_key AND (status = 'failed' OR (status = 'running' AND (lease_until < @now OR claim = @claim)))
