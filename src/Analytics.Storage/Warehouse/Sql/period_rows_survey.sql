-- survey rows answered in [@from, @to), and two sums that change when a value of one of them does; each row weighs by its id
SELECT COUNT(*) AS RowTotal
    , CAST(COALESCE(SUM((1 + v.id % 1009) * (((v.answered_at / 10000000) % 1000003 + CAST(v.item AS BIGINT) * 7919 + CAST(COALESCE(v.score, -1) * 1000 AS BIGINT) * 31) % 1000003)), 0) AS BIGINT) AS FirstSum
    , CAST(COALESCE(SUM((1 + v.id % 1013) * ((
          CAST(COALESCE(v."operator", -1) AS BIGINT) * 10007 + CAST(COALESCE(v.brand, -1) AS BIGINT) * 13007 + CAST(COALESCE(v.region, -1) AS BIGINT) * 17011
        + CAST(COALESCE(v.weight, -1) * 1000 AS BIGINT) * 19 + COALESCE(v.subscriber_low, -1) % 1000003 * 23
        ) % 1000003)), 0) AS BIGINT) AS SecondSum
FROM survey v
WHERE v.answered_at >= @from AND v.answered_at < @to
