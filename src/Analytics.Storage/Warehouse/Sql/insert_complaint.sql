INSERT INTO complaint (received_at, id, complaint_id, subscriber_high, subscriber_low, channel, category, cause, sub_cause, journey_stage, region,
    "operator", purpose, requested_resolution, is_reasonable, is_escalated, first_reply_at, closed_at, resolution, is_accepted, satisfaction,
    refund_due, refund_paid, status, "count")
VALUES (@received_at, @id, @complaint_id, @subscriber_high, @subscriber_low, @channel, @category, @cause, @sub_cause, @journey_stage, @region,
    @operator, @purpose, @requested_resolution, @is_reasonable, @is_escalated, @first_reply_at, @closed_at, @resolution, @is_accepted, @satisfaction,
    @refund_due, @refund_paid, @status, @count)
