-- an empty fact table becomes the parent of its shares; keys and indexes are with the shares
ALTER TABLE {table} RENAME TO {table}_whole;

CREATE TABLE {table} (LIKE {table}_whole INCLUDING DEFAULTS) PARTITION BY LIST (mod(id, {shards}));

DROP TABLE {table}_whole;
