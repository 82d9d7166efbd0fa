namespace Analytics.Core.Reports;

/// <summary>Why a period was published again: how the rows it rests on have changed since the version before.</summary>
/// <param name="Table">Canonical table: <c>complaint</c> or <c>survey</c>.</param>
/// <param name="Before">Rows of the period in the version before.</param>
/// <param name="After">Rows of the period now. More are late rows, fewer were withdrawn, as many were corrected.</param>
public sealed record RevisedRows(string Table, long Before, long After)
{
    /// <summary>Rows that came late, net of those withdrawn; 0 where none did.</summary>
    public long Late => Math.Max(0, After - Before);
}
