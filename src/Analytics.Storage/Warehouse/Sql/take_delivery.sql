UPDATE delivery
SET status = 'sending', claim = @claim, claim_until = @claim_until, attempts = attempts + 1
WHERE delivery_key = @delivery_key AND status <> 'sent' AND (status = 'failed' OR claim = @claim OR claim_until < @now)
