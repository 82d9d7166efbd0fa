-- survey answers given in [@from, @to)
SELECT v.response_id, v.item, v.score
FROM survey v
WHERE v.answered_at >= @from AND v.answered_at < @to
ORDER BY v.answered_at, v.id
