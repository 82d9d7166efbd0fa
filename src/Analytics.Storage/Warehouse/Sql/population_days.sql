SELECT DISTINCT as_of FROM population ORDER BY as_of
