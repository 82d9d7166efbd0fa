SELECT CASE WHEN pg_advisory_unlock(16718, hashtext(current_schema())) THEN 1 ELSE 0 END
