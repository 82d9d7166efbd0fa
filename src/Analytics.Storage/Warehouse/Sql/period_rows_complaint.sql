-- complaint rows received in [@from, @to), and two sums that change when a value of one of them does; each row weighs by its id
SELECT COUNT(*) AS RowTotal
    , CAST(COALESCE(SUM((1 + c.id % 1009) * ((
          (c.received_at / 10000000) % 1000003 + c."count" * 31
        + CAST(COALESCE(c.channel, -1) AS BIGINT) * 7919 + CAST(COALESCE(c.category, -1) AS BIGINT) * 10007 + CAST(COALESCE(c.cause, -1) AS BIGINT) * 13007
        + CAST(COALESCE(c.sub_cause, -1) AS BIGINT) * 17011 + CAST(COALESCE(c.journey_stage, -1) AS BIGINT) * 19013 + CAST(COALESCE(c.region, -1) AS BIGINT) * 23017
        + CAST(COALESCE(c."operator", -1) AS BIGINT) * 29017 + CAST(COALESCE(c.purpose, -1) AS BIGINT) * 31019 + CAST(COALESCE(c.requested_resolution, -1) AS BIGINT) * 37019
        ) % 1000003)), 0) AS BIGINT) AS FirstSum
    , CAST(COALESCE(SUM((1 + c.id % 1013) * ((
          CAST(COALESCE(c.is_reasonable, -1) AS BIGINT) * 7 + CAST(COALESCE(c.is_escalated, -1) AS BIGINT) * 11 + CAST(COALESCE(c.is_accepted, -1) AS BIGINT) * 13
        + (COALESCE(c.first_reply_at, -10000000) / 10000000) % 1000003 * 17 + (COALESCE(c.closed_at, -10000000) / 10000000) % 1000003 * 19
        + CAST(COALESCE(c.resolution, -1) AS BIGINT) * 41011 + CAST(COALESCE(c.satisfaction, -1) * 1000 AS BIGINT) * 23
        + COALESCE(c.refund_due, -1) % 1000003 * 29 + COALESCE(c.refund_paid, -1) % 1000003 * 37 + CAST(COALESCE(c.status, -1) AS BIGINT) * 43013
        + COALESCE(c.subscriber_low, -1) % 1000003 * 41
        ) % 1000003)), 0) AS BIGINT) AS SecondSum
FROM complaint c
WHERE c.received_at >= @from AND c.received_at < @to
