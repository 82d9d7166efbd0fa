SELECT TOP {rows} * FROM {source} AS pulled WHERE {range} ORDER BY {order}
