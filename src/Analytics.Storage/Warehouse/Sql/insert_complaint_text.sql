INSERT INTO complaint_text (id, "text") VALUES (@id, @text)
