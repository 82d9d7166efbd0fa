INSERT INTO label (language, stored, shown) VALUES (@language, @stored, @shown) ON CONFLICT (language, stored) DO UPDATE SET shown = excluded.shown
