SELECT COUNT(*) FROM {source} AS pulled WHERE {range}
