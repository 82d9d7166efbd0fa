SELECT item, minimum, maximum FROM survey_scale ORDER BY item
