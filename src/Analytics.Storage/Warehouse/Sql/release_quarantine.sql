UPDATE quarantine SET status = 'released' WHERE id = @id AND status = 'waiting'
