namespace Analytics.Statistics.Tables;

/// <summary>Is shown one cell: its key on every axis, its count and its sum.</summary>
internal delegate void CellVisitor(ReadOnlySpan<int> key, long count, double sum);
