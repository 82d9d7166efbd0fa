-- the base from its rows, where the column chunks of the snapshot are out of date
SELECT s.as_of
    , NULL AS "operator" -- for: operator
    , s.gender -- for: gender
    , s.region -- for: region
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
FROM subscriber s
WHERE s.as_of = @snapshot
ORDER BY s.id
