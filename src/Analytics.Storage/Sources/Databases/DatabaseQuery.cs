using System.Security.Cryptography;
using System.Text;

namespace Analytics.Storage.Sources.Databases;

/// <summary>What is read from a source database, and in which order, so that a pull can go on where it was. Exactly one of table and query is set.</summary>
public sealed record DatabaseQuery
{
    /// <summary>Table or view, with its schema where needed (<c>crm.complaints</c>); every column is read. Null where a query is given.</summary>
    public string? Table { get; init; }

    /// <summary>A SELECT without ORDER BY; null where a table is given.</summary>
    public string? Query { get; init; }

    /// <summary>
    /// Columns to count the rows by: the source then answers with one row a combination and the column <c>subscribers</c>, so that a base of millions
    /// comes as counts. Empty for the rows themselves.
    /// </summary>
    public IReadOnlyList<string> GroupBy { get; init; } = [];

    /// <summary>Column that only grows as rows come or change, by which new ones are found; null to read everything every time.</summary>
    public string? WatermarkColumn { get; init; }

    /// <summary>Columns that name a row of the source; they make the order complete. Empty where there are none: such a source is read in one piece.</summary>
    public IReadOnlyList<string> KeyColumns { get; init; } = [];

    /// <summary>How far behind the watermark a pull begins, for rows that came late.</summary>
    public WatermarkOverlap Overlap { get; init; } = WatermarkOverlap.None;

    /// <summary>Rows asked of the source at once, at least 1.</summary>
    public int PageRows { get; init; } = 100_000;

    /// <summary>Whether the rows have an order that names each of them, so that reading can go on behind any.</summary>
    public bool IsKeyed => KeyColumns.Count > 0;

    /// <summary>
    /// Names what is read and in which order, 64 hexadecimal characters: a position holds only for the query it was reached with. Overlap and page size do not count.
    /// </summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [Table ?? "", Query ?? "", string.Join(',', GroupBy), WatermarkColumn ?? "", .. KeyColumns]))));
}
