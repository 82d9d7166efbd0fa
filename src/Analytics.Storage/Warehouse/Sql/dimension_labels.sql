SELECT label FROM dimension_value WHERE dimension = @dimension ORDER BY value_key
