INSERT INTO survey_scale (item, minimum, maximum) VALUES (@item, @minimum, @maximum) ON CONFLICT (item) DO UPDATE SET minimum = excluded.minimum, maximum = excluded.maximum
