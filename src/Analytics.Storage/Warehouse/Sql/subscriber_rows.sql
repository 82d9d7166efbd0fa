SELECT s.id, s.gender, s.region, s.brand, s."plan", s.is_5g, s.terminal, s.star_level,
    COALESCE(s.age, @as_of_year - s.birth_year) AS age,
    (s.as_of - s.activated_on) / CAST(365.25 AS DOUBLE PRECISION) AS tenure_years,
    s.arpu, s.arpu_3m, s.data_mb, s.data_spend_share, s.voice_minutes, s.sms_count, s.suspensions
FROM subscriber s
WHERE s.as_of = @as_of AND s.id > @after
ORDER BY s.id
LIMIT @row_limit
