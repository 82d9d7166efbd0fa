-- the base where only counts exist; what counts do not tell is missing
SELECT p.subscribers AS "count"
    , mod(p.id, {shards}) AS shard -- for: shard
    , p.region -- for: region
    , p.brand -- for: brand
    , p."plan" -- for: plan
    , p.gender -- for: gender
    , p."operator" -- for: operator
    , NULL AS terminal -- for: terminal
    , NULL AS is_5g -- for: is_5g
    , NULL AS star_level -- for: star_level
    , NULL AS age -- for: age
    , NULL AS tenure_years -- for: tenure_years
    , NULL AS arpu -- for: arpu
    , NULL AS arpu_3m -- for: arpu_3m
    , NULL AS data_mb -- for: data_mb
    , NULL AS data_spend_share -- for: data_spend_share
    , NULL AS voice_minutes -- for: voice_minutes
    , NULL AS sms_count -- for: sms_count
    , NULL AS suspensions -- for: suspensions
FROM population p
WHERE p.as_of = @snapshot
ORDER BY p.id
