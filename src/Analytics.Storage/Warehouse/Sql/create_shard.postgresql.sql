-- a server that holds a share of the facts; one that falls silent is given up after a minute
CREATE EXTENSION IF NOT EXISTS postgres_fdw;

CREATE SERVER analytics_shard_{number} FOREIGN DATA WRAPPER postgres_fdw
    OPTIONS (host '{host}', port '{port}', dbname '{database}', fetch_size '100', batch_size '500', async_capable 'true', fdw_tuple_cost '1',
        connect_timeout '10', keepalives_idle '30', keepalives_interval '10', keepalives_count '3');

CREATE USER MAPPING FOR CURRENT_USER SERVER analytics_shard_{number} OPTIONS (user '{user}'{password});
