SELECT COUNT(*) FROM pg_foreign_server WHERE srvname LIKE 'analytics\_shard\_%'
