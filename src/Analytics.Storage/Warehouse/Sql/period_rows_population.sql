-- population counts of a day, and two sums that change when a value of one of them does; each row weighs by its id
SELECT COUNT(*) AS RowTotal
    , CAST(COALESCE(SUM((1 + p.id % 1009) * ((
          p.subscribers % 1000003 * 31 + CAST(COALESCE(p.region, -1) AS BIGINT) * 7919 + CAST(COALESCE(p.brand, -1) AS BIGINT) * 10007
        ) % 1000003)), 0) AS BIGINT) AS FirstSum
    , CAST(COALESCE(SUM((1 + p.id % 1013) * ((
          p.subscribers % 1000003 * 37 + CAST(COALESCE(p."plan", -1) AS BIGINT) * 13007 + CAST(COALESCE(p.gender, -1) AS BIGINT) * 17011 + CAST(COALESCE(p."operator", -1) AS BIGINT) * 19013
        ) % 1000003)), 0) AS BIGINT) AS SecondSum
FROM population p
WHERE p.as_of = @as_of
