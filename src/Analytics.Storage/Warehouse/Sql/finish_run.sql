UPDATE report_run SET status = @status, lease_until = 0, detail = @detail, updated_at = @now WHERE run_key = @run_key AND claim = @claim AND status = 'running'
