SELECT part FROM content_run WHERE table_name = @table_name GROUP BY part HAVING COUNT(*) > @most ORDER BY part
