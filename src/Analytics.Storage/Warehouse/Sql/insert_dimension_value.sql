INSERT INTO dimension_value (dimension, value_key, label) VALUES (@dimension, @value_key, @label)
