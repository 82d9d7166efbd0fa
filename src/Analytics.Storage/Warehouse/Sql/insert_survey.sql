INSERT INTO survey (answered_at, id, response_id, subscriber_high, subscriber_low, "operator", brand, region, weight, item, score)
VALUES (@answered_at, @id, @response_id, @subscriber_high, @subscriber_low, @operator, @brand, @region, @weight, @item, @score)
