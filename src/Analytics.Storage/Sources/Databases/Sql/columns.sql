SELECT * FROM {source} AS pulled WHERE 1 = 0
