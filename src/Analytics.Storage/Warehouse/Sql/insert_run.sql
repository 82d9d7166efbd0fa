INSERT INTO report_run (run_key, report, scope, period, data_version, status, claim, lease_until, attempts, detail, updated_at)
SELECT @run_key, @report, @scope, @period, @data_version, 'running', @claim, @lease_until, 1, '', @now
WHERE NOT EXISTS (SELECT 1 FROM report_run WHERE run_key = @run_key)
