-- responses with answers in [@from, @to), one row each, with the subscriber as the snapshot of day @snapshot knows them
-- grouped by bytes: ids that differ only in case are two responses whatever the database compares by
SELECT r.response_id, r.answered_at
    , r.answered_at AS day -- for: day
    , r."operator" -- for: operator
    , COALESCE(r.brand, (SELECT b.brand FROM subscriber_key l JOIN subscriber b ON b.as_of = l.row_at AND b.id = l.row_id WHERE l.key_high = r.subscriber_high AND l.key_low = r.subscriber_low AND l.part = @snapshot)) AS brand -- for: brand
    , COALESCE(r.region, (SELECT b.region FROM subscriber_key l JOIN subscriber b ON b.as_of = l.row_at AND b.id = l.row_id WHERE l.key_high = r.subscriber_high AND l.key_low = r.subscriber_low AND l.part = @snapshot)) AS region -- for: region
    , r.weight -- for: weight
    , s.gender -- for: gender
    , COALESCE(s.age, @snapshot_year - s.birth_year) AS age -- for: age
    , (s.as_of - s.activated_on) / CAST(365.25 AS DOUBLE PRECISION) AS tenure_years -- for: tenure_years
    , s.arpu -- for: arpu
    , s.arpu_3m -- for: arpu_3m
    , s.data_mb -- for: data_mb
    , s.data_spend_share -- for: data_spend_share
    , s.voice_minutes -- for: voice_minutes
    , s.sms_count -- for: sms_count
    , s.suspensions -- for: suspensions
FROM (
    SELECT MIN(v.response_id) AS response_id, MIN(v.answered_at) AS answered_at, MIN(v.subscriber_high) AS subscriber_high, MIN(v.subscriber_low) AS subscriber_low
        , MIN(v."operator") AS "operator", MIN(v.brand) AS brand, MIN(v.region) AS region, MIN(v.weight) AS weight
    FROM survey v
    WHERE v.answered_at >= @from AND v.answered_at < @to
    GROUP BY CONVERT(VARBINARY(8000), v.response_id)
) r
LEFT JOIN subscriber_key k ON k.key_high = r.subscriber_high AND k.key_low = r.subscriber_low AND k.part = @snapshot -- for: gender age tenure_years arpu arpu_3m data_mb data_spend_share voice_minutes sms_count suspensions
LEFT JOIN subscriber s ON s.as_of = k.row_at AND s.id = k.row_id -- for: gender age tenure_years arpu arpu_3m data_mb data_spend_share voice_minutes sms_count suspensions
