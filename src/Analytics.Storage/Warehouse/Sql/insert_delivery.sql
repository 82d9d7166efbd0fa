INSERT INTO delivery (delivery_key, channel, recipient, report, scope, period, version_no, content_hash, status, attempts, claim, claim_until, begun_at, sent_at, fault)
SELECT @delivery_key, @channel, @recipient, @report, @scope, @period, @version_no, @content_hash, 'sending', 1, @claim, @claim_until, @now, NULL, ''
WHERE NOT EXISTS (SELECT 1 FROM delivery WHERE delivery_key = @delivery_key)
