DELETE FROM survey WHERE answered_at < @before
