-- groups of a window query and how much each stands for; the parts in braces are put together by AggregateSql
SELECT {labels}{sums}CAST(SUM(g.n) AS BIGINT) AS "count"
FROM (
SELECT {values}{count} AS n
FROM (
{window}
) w
WHERE {filters}
) g
GROUP BY {groups}
