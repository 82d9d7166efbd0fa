UPDATE report_run SET lease_until = @lease_until WHERE claim = @id AND status = 'running'
