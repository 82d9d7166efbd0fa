SELECT CASE WHEN pg_try_advisory_lock(16718, hashtext(current_schema())) THEN 1 ELSE 0 END
