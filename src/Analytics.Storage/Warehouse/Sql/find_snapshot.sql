SELECT row_total AS RowTotal, digest_high AS DigestHigh, digest_low AS DigestLow FROM subscriber_snapshot WHERE as_of = @as_of
