using System.Globalization;
using Analytics.Core.Canonical;

namespace Analytics.Storage.Mappings;

/// <summary>
/// What the columns of a source held, and the faults of the file as a whole that show in them. Memory is bounded: 4,096 distinct cells a
/// column are told apart, beyond that they are estimated.
/// </summary>
public sealed class SourceProfiler
{
    private readonly SourceColumn[] _columns;
    private readonly CopiedColumns _copies;

    internal SourceProfiler(SourceColumn[] columns)
    {
        _columns = columns;
        _copies = new CopiedColumns(columns.Length);
    }

    /// <summary>Profile of every column, in file order.</summary>
    public IReadOnlyList<ColumnProfile> Columns => [.. _columns.Select(Profile)];

    /// <summary>Findings over the columns: <c>constant-column</c>, <c>copied-column</c>, <c>mixed-types</c>, <c>missing-several-ways</c>, <c>spelling-variants</c>, <c>swapped-day-month</c>, <c>control-characters</c>, <c>mobile-numbers-hidden</c>.</summary>
    /// <param name="source">Name of the source, as findings carry it.</param>
    public IReadOnlyList<Finding> Findings(string source)
    {
        var totals = _columns.Select(Total).ToArray();
        var findings = new List<Finding>();
        for (var i = 0; i < _columns.Length; i++)
        {
            findings.AddRange(ColumnFindings.Of(source, _columns[i], totals[i]));
        }

        findings.AddRange(_copies.Findings(source, _columns));
        return findings;
    }

    /// <summary>Distinct cells of a column that are not blank, trimmed, as far as they are remembered.</summary>
    internal IReadOnlyList<byte[]> Cells(int column)
    {
        var cells = new List<byte[]>();
        foreach (var value in _columns[column].Remembered)
        {
            if (!value.IsBlank) cells.Add(CellText.Trim(value.Utf8).ToArray());
        }

        return cells;
    }

    internal void Observe(ColumnValue[] record) => _copies.Observe(record);

    private static ColumnStatistics Total(SourceColumn column)
    {
        var total = new ColumnStatistics();
        foreach (var value in column.Remembered)
        {
            total.Add(value.Utf8, value.Hash, value.IsBlank, value.Count, SourceColumn.IsDate(value));
        }

        total.AddAll(column.Statistics);
        return total;
    }

    private ColumnProfile Profile(SourceColumn column)
    {
        var total = Total(column);
        var kind = KindOf(total);
        var isNumber = kind is ColumnKind.WholeNumber or ColumnKind.Number;
        long known = 0;
        foreach (var value in column.Remembered)
        {
            if (!value.IsBlank) known++;
        }

        return new ColumnProfile(
            column.Name,
            column.Index + 1,
            kind,
            total.Rows,
            total.Blank,
            column.HasMore ? Math.Clamp(total.Distinct, known, total.Rows - total.Blank) : known,
            column.HasMore,
            Shown(column, isNumber ? total.SmallestNumber.ToString("R", CultureInfo.InvariantCulture) : total.SmallestText),
            Shown(column, isNumber ? total.LargestNumber.ToString("R", CultureInfo.InvariantCulture) : total.LargestText),
            [.. column.Converters.Select(c => c.Field.Name).Distinct()]);
    }

    private static string Shown(SourceColumn column, string? text) =>
        text is null ? "" : column.IsSecret ? "(subscriber id)" : Privacy.MobileNumberMask.Hide(text);

    private static ColumnKind KindOf(ColumnStatistics total) =>
        total.Numbers + total.Texts == 0 ? ColumnKind.Empty
        : total.Texts == 0 ? (total.WholeNumbers == total.Numbers ? ColumnKind.WholeNumber : ColumnKind.Number)
        : total.Numbers > 0 ? ColumnKind.Mixed
        : total.Dates == total.Texts ? ColumnKind.Date
        : ColumnKind.Text;
}
