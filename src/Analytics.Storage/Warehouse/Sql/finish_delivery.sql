UPDATE delivery
SET status = 'sent', sent_at = @sent_at, fault = ''
WHERE delivery_key = @delivery_key AND status <> 'sent'
