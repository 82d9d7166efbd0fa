UPDATE subscriber_snapshot SET is_stale = 1 WHERE as_of = @as_of
