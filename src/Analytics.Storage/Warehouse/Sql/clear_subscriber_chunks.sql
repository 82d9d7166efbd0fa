DELETE FROM subscriber_chunk WHERE as_of = @as_of
