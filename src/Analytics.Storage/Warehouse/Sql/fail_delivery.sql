UPDATE delivery
SET status = 'failed', fault = @fault
WHERE delivery_key = @delivery_key AND status = 'sending' AND claim = @claim
