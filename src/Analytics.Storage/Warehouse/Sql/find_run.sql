SELECT run_key AS RunKey, report AS Report, scope AS Scope, period AS Period, data_version AS DataVersion, status AS Status, claim AS Claim, lease_until AS LeaseTicks,
    attempts AS Attempts, version_no AS Version, folder AS Folder, detail AS Detail, updated_at AS UpdatedTicks
FROM report_run
WHERE run_key = @run_key
