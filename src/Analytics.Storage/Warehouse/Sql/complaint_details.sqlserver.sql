-- complaints received in [@from, @to) one by one, for the list of cases
SELECT c.complaint_id, c.subscriber_high, c.subscriber_low, c.received_at, ch.label, ca.label, cu.label, re.label, st.label,
    c.first_reply_at, c.closed_at, c.is_escalated, rs.label, c.satisfaction, t."text", c."count"
FROM complaint c
LEFT JOIN subscriber_key k ON c.region IS NULL AND k.key_high = c.subscriber_high AND k.key_low = c.subscriber_low AND k.part = @snapshot
LEFT JOIN subscriber s ON s.as_of = k.row_at AND s.id = k.row_id
LEFT JOIN dimension_value ch ON ch.dimension = 'channel' AND ch.value_key = c.channel
LEFT JOIN dimension_value ca ON ca.dimension = 'category' AND ca.value_key = c.category
LEFT JOIN dimension_value cu ON cu.dimension = 'cause' AND cu.value_key = c.cause
LEFT JOIN dimension_value re ON re.dimension = 'region' AND re.value_key = COALESCE(c.region, s.region)
LEFT JOIN dimension_value st ON st.dimension = 'status' AND st.value_key = c.status
LEFT JOIN dimension_value rs ON rs.dimension = 'resolution' AND rs.value_key = c.resolution
LEFT JOIN complaint_text t ON t.id = c.id
WHERE c.received_at >= @from AND c.received_at < @to
ORDER BY c.received_at, c.id
OFFSET 0 ROWS FETCH NEXT @row_limit ROWS ONLY
