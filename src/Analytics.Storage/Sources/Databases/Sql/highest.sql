SELECT MAX({column}) FROM {source} AS pulled WHERE {range}
