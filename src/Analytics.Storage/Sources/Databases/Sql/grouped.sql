SELECT {columns}, COUNT(*) AS subscribers FROM {source} AS counted GROUP BY {columns}
