-- a sign of life of a server that holds a share of the facts
SELECT COUNT(*) FROM (SELECT id FROM complaint_shard_{number} LIMIT 1) AS share
