INSERT INTO population (as_of, id, region, brand, "plan", gender, "operator", subscribers)
VALUES (@as_of, @id, @region, @brand, @plan, @gender, @operator, @subscribers)
