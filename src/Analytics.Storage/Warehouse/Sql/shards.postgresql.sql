-- the servers a spread warehouse's facts are on, with the place people know them by
SELECT s.srvname AS name,
    CAST(substring(s.srvname FROM '[0-9]+$') AS integer) AS number,
    (SELECT MAX(o.option_value) FROM pg_options_to_table(s.srvoptions) AS o WHERE o.option_name = 'host')
        || ':' || (SELECT MAX(o.option_value) FROM pg_options_to_table(s.srvoptions) AS o WHERE o.option_name = 'port')
        || '/' || (SELECT MAX(o.option_value) FROM pg_options_to_table(s.srvoptions) AS o WHERE o.option_name = 'dbname') AS place
FROM pg_foreign_server AS s
WHERE s.srvname LIKE 'analytics\_shard\_%'
ORDER BY number
