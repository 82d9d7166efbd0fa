using Analytics.Core;
using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>
/// The answers a model needs, ready for the kernels: one column per item in the model's order, centred on the weighted mean, 0 where an
/// answer is missing, padded with zeros to whole vectors. Shared by all resamples and never changed.
/// </summary>
internal sealed class ItemMatrix
{
    private ItemMatrix(
        IReadOnlyList<string> items, int[] rows, double[][] columns, bool[][]? present, double[] centres, double[] variances, double[] weights,
        MissingAnswers missing)
    {
        Items = items;
        Rows = rows;
        Columns = columns;
        Present = present;
        Centres = centres;
        Variances = variances;
        Weights = weights;
        Missing = missing;
    }

    /// <summary>Item names.</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>Rows of the table that are used.</summary>
    public int[] Rows { get; }

    /// <summary>Centred answers by item; longer than <see cref="Count"/> by the padding.</summary>
    public double[][] Columns { get; }

    /// <summary>Which answers are there, by item; null where all are.</summary>
    public bool[][]? Present { get; }

    /// <summary>What was subtracted, by item.</summary>
    public double[] Centres { get; }

    /// <summary>Weighted mean squares of the centred answers, by item: what a resample's variance is compared with.</summary>
    public double[] Variances { get; }

    /// <summary>Survey weights with mean 1, padded with zeros.</summary>
    public double[] Weights { get; }

    /// <summary>How missing answers are treated.</summary>
    public MissingAnswers Missing { get; }

    /// <summary>Number of respondents used.</summary>
    public int Count => Rows.Length;

    /// <summary>The same respondents with some of the items only.</summary>
    /// <param name="items">Item names.</param>
    public ItemMatrix Select(IReadOnlyList<string> items)
    {
        var position = Items.Select((item, i) => (item, i)).ToDictionary(x => x.item, x => x.i);
        var chosen = items.Select(item => position[item]).ToArray();
        return new ItemMatrix(
            items,
            Rows,
            [.. chosen.Select(i => Columns[i])],
            Present is null ? null : [.. chosen.Select(i => Present[i])],
            [.. chosen.Select(i => Centres[i])],
            [.. chosen.Select(i => Variances[i])],
            Weights,
            Missing);
    }

    /// <exception cref="AnalyticsException">AN7002–AN7005: the data do not carry the model.</exception>
    public static ItemMatrix Of(IReadOnlyList<string> items, ItemTable table, EstimationSettings settings)
    {
        var columns = Find(items, table);
        RequireWeights(table);
        var rows = Used(table, columns, settings.Missing);
        if (rows.Length < settings.MinimumRespondents)
        {
            throw new NotEstimableException(
                "AN7004",
                $"{rows.Length} of {table.Respondents} respondents can be used (weight above 0"
                    + $"{(settings.Missing == MissingAnswers.Listwise ? ", all answers given" : "")}); the model needs {settings.MinimumRespondents}.",
                "Take a longer period or a wider scope, or replace missing answers by means.",
                NotEstimableReason.TooFewRespondents);
        }

        var weights = NormalisedWeights(table, rows);
        var padded = Padded(rows.Length);
        var centred = new double[items.Count][];
        var present = new bool[items.Count][];
        var centres = new double[items.Count];
        for (var i = 0; i < items.Count; i++)
        {
            (centred[i], present[i], centres[i]) = Centre(items[i], columns[i], rows, weights, padded);
        }

        var complete = present.All(p => p.All(x => x));
        var variances = Array.ConvertAll(centred, column => column.Zip(weights, (x, w) => w * x * x).Sum() / rows.Length);
        return new ItemMatrix(items, rows, centred, complete ? null : present, centres, variances, weights, settings.Missing);
    }

    private static int Padded(int count) => (count + 7) / 8 * 8;

    private static double[][] Find(IReadOnlyList<string> items, ItemTable table)
    {
        var position = new Dictionary<string, int>();
        for (var i = 0; i < table.Items.Count; i++)
        {
            position[table.Items[i]] = i;
        }

        var absent = items.Where(item => !position.ContainsKey(item)).ToList();
        if (absent.Count > 0)
        {
            throw new AnalyticsException(
                "AN7002", $"The data have no item {string.Join(", ", absent.Select(a => $"'{a}'"))}.",
                $"The items are: {string.Join(", ", table.Items)}.", FaultKind.Usage);
        }

        return [.. items.Select(item => table.Columns[position[item]])];
    }

    private static void RequireWeights(ItemTable table)
    {
        if (table.Columns.Any(c => c.Length != table.Respondents) || (table.Weights is not null && table.Weights.Count != table.Respondents))
        {
            throw new ArgumentException("Columns and weights of an item table are equally long.", nameof(table));
        }

        if (table.Weights is { } weights && (weights.Any(w => !(w >= 0) || double.IsInfinity(w)) || weights.All(w => w == 0)))
        {
            var negative = weights.FirstOrDefault(w => !(w >= 0) || double.IsInfinity(w));
            throw new AnalyticsException(
                "AN7003", negative == 0 ? "All survey weights are 0." : $"A survey weight is {negative}.",
                "Weights are finite, 0 or more, and some are above 0.");
        }
    }

    private static int[] Used(ItemTable table, double[][] columns, MissingAnswers missing) =>
    [
        .. Enumerable.Range(0, table.Respondents)
            .Where(row => table.Weights is null || table.Weights[row] > 0)
            .Where(row => missing == MissingAnswers.Listwise ? !columns.Any(c => double.IsNaN(c[row])) : columns.Any(c => !double.IsNaN(c[row]))),
    ];

    private static double[] NormalisedWeights(ItemTable table, int[] rows)
    {
        var weights = new double[Padded(rows.Length)];
        var total = table.Weights is null ? rows.Length : rows.Sum(row => table.Weights[row]);
        for (var r = 0; r < rows.Length; r++)
        {
            weights[r] = table.Weights is null ? 1 : table.Weights[rows[r]] * rows.Length / total;
        }

        return weights;
    }

    private static (double[] Centred, bool[] Present, double Centre) Centre(string item, double[] column, int[] rows, double[] weights, int padded)
    {
        var (sum, weight) = (0.0, 0.0);
        var present = new bool[rows.Length];
        for (var r = 0; r < rows.Length; r++)
        {
            present[r] = !double.IsNaN(column[rows[r]]);
            (sum, weight) = present[r] ? (sum + (weights[r] * column[rows[r]]), weight + weights[r]) : (sum, weight);
        }

        var centre = sum / weight;
        var centred = new double[padded];
        var varies = false;
        for (var r = 0; r < rows.Length; r++)
        {
            centred[r] = present[r] ? column[rows[r]] - centre : 0;
            varies |= Math.Abs(centred[r]) > 1e-12 * Math.Max(1, Math.Abs(centre));
        }

        if (!varies)
        {
            throw new AnalyticsException(
                "AN7005",
                weight == 0
                    ? $"The item '{item}' has no answer at all."
                    : $"All answers to the item '{item}' are {centre}: an item without variance explains nothing.",
                "Leave the item out of the model, or take data in which it varies.");
        }

        return (centred, present, centre);
    }
}
