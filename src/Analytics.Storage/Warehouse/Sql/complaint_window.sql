-- complaints received in [@from, @to), with the subscriber as the snapshot of day @snapshot knows them
SELECT c.received_at, c."count"
    , c.received_at AS day -- for: day
    , c.received_at AS open_hours -- for: open_hours
    , c.channel -- for: channel
    , c.category -- for: category
    , c.cause -- for: cause
    , c.sub_cause -- for: sub_cause
    , c.journey_stage -- for: journey_stage
    , COALESCE(c.region, (SELECT r.region FROM subscriber_key l JOIN subscriber r ON r.as_of = l.row_at AND r.id = l.row_id WHERE l.key_high = c.subscriber_high AND l.key_low = c.subscriber_low AND l.part = @snapshot)) AS region -- for: region
    , c.region AS plain_region -- for: plain_region
    , mod(c.id, {shards}) AS shard -- for: shard
    , c."operator" -- for: operator
    , c.purpose -- for: purpose
    , c.requested_resolution -- for: requested_resolution
    , c.resolution -- for: resolution
    , c.status -- for: status
    , c.is_reasonable -- for: is_reasonable
    , c.is_escalated -- for: is_escalated
    , c.is_accepted -- for: is_accepted
    , CASE WHEN c.subscriber_high IS NULL OR c.cause IS NULL THEN NULL WHEN EXISTS (SELECT 1 FROM complaint p WHERE p.subscriber_high = c.subscriber_high AND p.subscriber_low = c.subscriber_low AND p.cause = c.cause AND p.received_at >= c.received_at - @repeat_window AND p.received_at < c.received_at) THEN 1 ELSE 0 END AS is_repeat -- for: is_repeat
    , c.satisfaction -- for: satisfaction
    , c.first_reply_at - c.received_at AS first_reply_hours -- for: first_reply_hours
    , c.closed_at - c.received_at AS handling_hours -- for: handling_hours
    , c.refund_due -- for: refund_due
    , c.refund_paid -- for: refund_paid
    , CASE WHEN k.row_id IS NULL THEN 0 ELSE 1 END AS has_subscriber -- for: has_subscriber
    , s.gender -- for: gender
    , s.brand -- for: brand
    , s."plan" -- for: plan
    , s.terminal -- for: terminal
    , s.is_5g -- for: is_5g
    , s.star_level -- for: star_level
    , COALESCE(s.age, @snapshot_year - s.birth_year) AS age -- for: age
    , (s.as_of - s.activated_on) / CAST(365.25 AS DOUBLE PRECISION) AS tenure_years -- for: tenure_years
    , s.arpu -- for: arpu
    , s.arpu_3m -- for: arpu_3m
    , s.data_mb -- for: data_mb
    , s.data_spend_share -- for: data_spend_share
    , s.voice_minutes -- for: voice_minutes
    , s.sms_count -- for: sms_count
    , s.suspensions -- for: suspensions
FROM complaint c
LEFT JOIN subscriber_key k ON k.key_high = c.subscriber_high AND k.key_low = c.subscriber_low AND k.part = @snapshot -- for: has_subscriber gender brand plan terminal is_5g star_level age tenure_years arpu arpu_3m data_mb data_spend_share voice_minutes sms_count suspensions
LEFT JOIN subscriber s ON s.as_of = k.row_at AND s.id = k.row_id -- for: gender brand plan terminal is_5g star_level age tenure_years arpu arpu_3m data_mb data_spend_share voice_minutes sms_count suspensions
WHERE c.received_at >= @from AND c.received_at < @to
ORDER BY c.received_at, c.id
