SELECT * FROM {source} AS pulled WHERE {range}
