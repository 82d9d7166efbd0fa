SELECT as_of FROM subscriber_snapshot WHERE row_total > 0 ORDER BY as_of
