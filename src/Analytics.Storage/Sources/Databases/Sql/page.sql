SELECT * FROM {source} AS pulled WHERE {range} ORDER BY {order} LIMIT {rows}
