using System.Globalization;
using Analytics.Core.Canonical;

namespace Analytics.Storage.Mappings;

/// <summary>Which source column fits which column of one canonical table, and how well.</summary>
internal sealed class ColumnGuess
{
    private const double WorstFit = 0.4;
    private const int FewestOfAKind = 3;

    public ColumnGuess(CanonicalTable table, SourceProfiler profiler)
    {
        (Table, Profiler, Columns) = (table, profiler, profiler.Columns);
        var fits = new List<(double Fit, CanonicalField Field, ColumnProfile Column)>();
        foreach (var field in table.Fields)
        {
            fits.AddRange(Columns.Select(c => (Fit(c, field), field, c)).Where(f => f.Item1 >= WorstFit));
        }

        foreach (var (fit, field, column) in fits.OrderByDescending(f => f.Fit).ThenBy(f => f.Column.Position))
        {
            if (Matches.ContainsKey(field.Name) || Matches.ContainsValue(column)) continue;
            Matches[field.Name] = column;
            Score += fit;
        }

        Rest = [.. Columns.Where(c => c.Kind != ColumnKind.Empty && !Matches.ContainsValue(c))];
        Ticks = table.Name == "complaint" && !Matches.ContainsKey("cause") ? Enough(Rest.Where(IsTick)) : [];
        Items = table.Name == "survey" && !Matches.ContainsKey("score") ? Enough(Rest.Where(IsScore)) : [];
        Score += Math.Min(4, Items.Count / 3.0) + Math.Min(2, Ticks.Count / 10.0);
    }

    public CanonicalTable Table { get; }

    public SourceProfiler Profiler { get; }

    public IReadOnlyList<ColumnProfile> Columns { get; }

    /// <summary>Canonical column → source column.</summary>
    public Dictionary<string, ColumnProfile> Matches { get; } = new(StringComparer.Ordinal);

    /// <summary>Columns with content that fit nothing.</summary>
    public IReadOnlyList<ColumnProfile> Rest { get; }

    /// <summary>Columns of ticks (−1 and one other value), for a table of complaints.</summary>
    public IReadOnlyList<ColumnProfile> Ticks { get; }

    /// <summary>Columns of scores (whole numbers within 0–10), for a survey.</summary>
    public IReadOnlyList<ColumnProfile> Items { get; }

    /// <summary>How well the table fits as a whole; comparable between tables.</summary>
    public double Score { get; }

    /// <summary>Smallest and largest of the columns' numbers.</summary>
    public static (double Minimum, double Maximum) Range(IEnumerable<ColumnProfile> columns) =>
        (columns.Min(c => Number(c.Minimum)), columns.Max(c => Number(c.Maximum)));

    // A name that fits is worth nothing where the content cannot be read as the field.
    private double Fit(ColumnProfile column, CanonicalField field)
    {
        if (column.Kind == ColumnKind.Empty) return 0;
        var fit = ColumnSynonyms.Fit(Bare(column.Name), field);
        if (fit == 0) return 0;
        var isNumber = column.Kind is ColumnKind.WholeNumber or ColumnKind.Number;
        var reads = field.Type switch
        {
            FieldType.Integer => column.Kind == ColumnKind.WholeNumber,
            FieldType.Real or FieldType.Money => isNumber,
            FieldType.Day or FieldType.Instant => Dates(column) is not null,
            FieldType.Dimension => column.Kind != ColumnKind.Number && !(column.IsDistinctEstimated && column.Distinct > column.Rows / 2),
            FieldType.Boolean => column.Distinct <= 3,
            _ => true,
        };
        return reads ? fit : 0;
    }

    /// <summary>Date formats of a column, <c>excel</c> for serial numbers, or null where it holds no dates.</summary>
    public IReadOnlyList<string>? Dates(ColumnProfile column)
    {
        var cells = Profiler.Cells(column.Position - 1);
        return DateFormatGuess.AreSerials(cells) ? ["excel"] : DateFormatGuess.Of(cells);
    }

    private static string Bare(string name)
    {
        var hash = name.LastIndexOf('#');
        return hash > 0 && name.AsSpan(hash + 1).IndexOfAnyExceptInRange('0', '9') < 0 && hash + 1 < name.Length ? name[..hash] : name;
    }

    private static ColumnProfile[] Enough(IEnumerable<ColumnProfile> columns)
    {
        var found = columns.ToArray();
        return found.Length >= FewestOfAKind ? found : [];
    }

    private static bool IsTick(ColumnProfile column) => column is { Kind: ColumnKind.WholeNumber, Distinct: 2, Minimum: "-1" };

    private static bool IsScore(ColumnProfile column) =>
        column is { Kind: ColumnKind.WholeNumber, Distinct: >= 4 and <= 11 } && Number(column.Minimum) >= 0 && Number(column.Maximum) <= 10;

    private static double Number(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
