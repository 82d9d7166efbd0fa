-- executions whose worker died: their lease ran out long enough ago that no slow clock or pause explains it
UPDATE job_execution SET status = 'lost', step = '', finished_at = lease_until WHERE status = 'running' AND lease_until < @before
