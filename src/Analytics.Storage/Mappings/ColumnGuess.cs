using System.Globalization;
using Analytics.Core.Canonical;

namespace Analytics.Storage.Mappings;

/// <summary>Which source column fits which column of one canonical table, and how well.</summary>
internal sealed class ColumnGuess
{
    private const double WorstFit = 0.4;
    private const double WholeName = 0.9;
    private const int FewestOfAKind = 3;

    public ColumnGuess(CanonicalTable table, SourceProfiler profiler)
    {
        (Table, Profiler, Columns) = (table, profiler, profiler.Columns);
        Score = Match();
        Rest = [.. Columns.Where(c => c.Kind != ColumnKind.Empty && !Matches.ContainsValue(c))];
        TimeOfDay = Rest.FirstOrDefault(IsTimeOfDay);
        Rest = [.. Rest.Where(c => c != TimeOfDay)];
        Ticks = table.Name == "complaint" && !Matches.ContainsKey("cause") ? Enough(Rest.Where(IsTick)) : [];
        Items = table.Name == "survey" && !Matches.ContainsKey("score") ? Enough(Rest.Where(IsScore)) : [];
        Score += Math.Min(4, Items.Count / 3.0) + Math.Min(2, Ticks.Count / 10.0);
    }

    public CanonicalTable Table { get; }

    public SourceProfiler Profiler { get; }

    public IReadOnlyList<ColumnProfile> Columns { get; }

    /// <summary>Canonical column → source column.</summary>
    public Dictionary<string, ColumnProfile> Matches { get; } = new(StringComparer.Ordinal);

    /// <summary>Column with the time of day that goes with a date column; null where there is none.</summary>
    public ColumnProfile? TimeOfDay { get; }

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

    // The best fits first; of equal ones the coarser dimension (state before city), then the first column. A column that fits one field
    // by its whole name is no candidate for fields whose name is only a part of it.
    private double Match()
    {
        var fits = Table.Fields.SelectMany(f => Columns.Select(c => (Fit: Fit(c, f), Field: f, Column: c))).Where(f => f.Fit >= WorstFit).ToList();
        var whole = fits.Where(f => f.Fit >= WholeName).Select(f => f.Column).ToHashSet();
        double score = 0;
        var ordered = fits.Where(f => f.Fit >= WholeName || !whole.Contains(f.Column))
            .OrderByDescending(f => f.Fit)
            .ThenBy(f => f.Field.Type == FieldType.Dimension ? f.Column.Distinct : 0)
            .ThenBy(f => f.Column.Position);
        foreach (var (fit, field, column) in ordered)
        {
            if (Matches.ContainsKey(field.Name) || Matches.ContainsValue(column)) continue;
            Matches[field.Name] = column;
            score += fit;
        }

        return score;
    }

    private bool IsTimeOfDay(ColumnProfile column)
    {
        if (Table.DateField.Type != FieldType.Instant || !Matches.TryGetValue(Table.DateField.Name, out var date) || Dates(date) is not { } formats) return false;
        var days = DateReader.Of(formats);
        var (cells, dates) = (Profiler.Cells(column.Position - 1), Profiler.Cells(date.Position - 1));
        return column.Kind == ColumnKind.Text && cells.All(c => DateReader.OfTimes([]).TryRead(c, out _, out _))
            && dates.All(c => days.TryRead(c, out _, out var format) && days.Formats[format].Precision == DatePrecision.Day);
    }

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
            FieldType.Id or FieldType.SubscriberId => fit >= WholeName && column.Kind != ColumnKind.Number,
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
