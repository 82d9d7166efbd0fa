UPDATE label SET shown = @shown WHERE language = @language AND stored = @stored;
INSERT INTO label (language, stored, shown)
SELECT @language, @stored, @shown
WHERE NOT EXISTS (SELECT 1 FROM label WHERE language = @language AND stored = @stored)
