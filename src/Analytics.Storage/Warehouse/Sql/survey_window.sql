-- survey answers given in [@from, @to), with the subscriber as the snapshot of day @snapshot knows them
SELECT v.answered_at
    , v.answered_at AS day -- for: day
    , v.item -- for: item
    , v."operator" -- for: operator
    , COALESCE(v.brand, (SELECT r.brand FROM subscriber_key l JOIN subscriber r ON r.as_of = l.row_at AND r.id = l.row_id WHERE l.key_high = v.subscriber_high AND l.key_low = v.subscriber_low AND l.part = @snapshot)) AS brand -- for: brand
    , COALESCE(v.region, (SELECT r.region FROM subscriber_key l JOIN subscriber r ON r.as_of = l.row_at AND r.id = l.row_id WHERE l.key_high = v.subscriber_high AND l.key_low = v.subscriber_low AND l.part = @snapshot)) AS region -- for: region
    , v.brand AS plain_brand -- for: plain_brand
    , v.region AS plain_region -- for: plain_region
    , mod(v.id, {shards}) AS shard -- for: shard
    , v.score -- for: score
    , v.weight -- for: weight
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
FROM survey v
LEFT JOIN subscriber_key k ON k.key_high = v.subscriber_high AND k.key_low = v.subscriber_low AND k.part = @snapshot -- for: gender brand plan terminal is_5g star_level age tenure_years arpu arpu_3m data_mb data_spend_share voice_minutes sms_count suspensions
LEFT JOIN subscriber s ON s.as_of = k.row_at AND s.id = k.row_id -- for: gender brand plan terminal is_5g star_level age tenure_years arpu arpu_3m data_mb data_spend_share voice_minutes sms_count suspensions
WHERE v.answered_at >= @from AND v.answered_at < @to
ORDER BY v.answered_at, v.id
