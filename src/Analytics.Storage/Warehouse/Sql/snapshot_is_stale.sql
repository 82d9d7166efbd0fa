SELECT is_stale FROM subscriber_snapshot WHERE as_of = @as_of
