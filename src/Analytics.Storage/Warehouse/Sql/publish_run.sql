UPDATE report_run SET version_no = @version_no, folder = @folder, updated_at = @now WHERE run_key = @run_key AND claim = @claim AND status = 'running'
