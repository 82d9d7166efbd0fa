INSERT INTO subscriber (as_of, id, subscriber_high, subscriber_low, gender, age, birth_year, region, brand, "plan", activated_on, arpu, arpu_3m,
    data_mb, data_spend_share, voice_minutes, sms_count, is_5g, terminal, suspensions, star_level)
VALUES (@as_of, @id, @subscriber_high, @subscriber_low, @gender, @age, @birth_year, @region, @brand, @plan, @activated_on, @arpu, @arpu_3m,
    @data_mb, @data_spend_share, @voice_minutes, @sms_count, @is_5g, @terminal, @suspensions, @star_level)
