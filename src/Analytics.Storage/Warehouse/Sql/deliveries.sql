SELECT channel AS Channel, recipient AS Recipient, report AS Report, scope AS Scope, period AS Period, version_no AS Version, content_hash AS ContentHash,
    status AS Status, attempts AS Attempts, claim AS Claim, claim_until AS ClaimTicks, sent_at AS SentTicks, fault AS Fault
FROM delivery
WHERE period = @period
ORDER BY begun_at, delivery_key
