UPDATE subscriber_snapshot SET digest_high = @digest_high, digest_low = @digest_low WHERE as_of = @as_of
