UPDATE survey_scale SET minimum = @minimum, maximum = @maximum WHERE item = @item;
INSERT INTO survey_scale (item, minimum, maximum)
SELECT @item, @minimum, @maximum
WHERE NOT EXISTS (SELECT 1 FROM survey_scale WHERE item = @item)
