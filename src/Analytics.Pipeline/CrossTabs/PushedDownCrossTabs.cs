using Analytics.Core.CrossTabs;
using Analytics.Core.Settings;
using Analytics.Statistics.Tables;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Reading;

namespace Analytics.Pipeline.CrossTabs;

/// <summary>
/// Answers cross-tab questions by GROUP BY in the warehouse, so that only aggregates travel. Questions about the same rows share a
/// GROUP BY as long as it stays small; the groups that come back are rows that stand for many, and the kernel that counts rows in
/// memory counts them too, so labels, bands and filters mean the same both ways.
/// </summary>
/// <param name="warehouse">Where the rows are.</param>
/// <param name="settings">Time zone and repeat window.</param>
/// <param name="cutOffUtc">Where the clocks of open cases stop.</param>
public sealed class PushedDownCrossTabs(WarehouseDatabase warehouse, StudySettings settings, DateTime cutOffUtc) : ICrossTabSource
{
    /// <summary>Cells up to which questions share a GROUP BY.</summary>
    private const long MostSharedCells = 20_000;

    /// <summary>What a column of numbers without bands is taken to have as distinct values.</summary>
    private const long DistinctNumbers = 1_000;
    private readonly Dictionary<(FactTable, string), int> _labelCounts = [];

    /// <inheritdoc/>
    public IReadOnlyList<CrossTab> Answer(IReadOnlyList<CrossTabQuery> queries)
    {
        foreach (var query in queries)
        {
            CrossTabSources.Check(query);
        }

        var answers = new CrossTab[queries.Count];
        foreach (var rows in Enumerable.Range(0, queries.Count).GroupBy(i => Rows(queries[i])))
        {
            var open = new List<SharedGroups>();
            foreach (var i in rows)
            {
                var question = queries[i];
                var axes = Axes(question);
                if (open.FirstOrDefault(g => g.Cells(axes, question.Sum, CellsOf) <= MostSharedCells) is not { } groups)
                {
                    open.Add(groups = new SharedGroups(question, rows.Key.From, rows.Key.To, PushedFilters(question)));
                }

                groups.Add(i, axes, question.Sum);
            }

            foreach (var groups in open)
            {
                Answer(groups, queries, answers);
            }
        }

        return answers;
    }

    private void Answer(SharedGroups groups, IReadOnlyList<CrossTabQuery> queries, CrossTab[] answers)
    {
        var window = new WindowRequest(groups.Table, groups.From, groups.To, [], settings.TimeZone, settings.RepeatWindow, cutOffUtc);
        var blocks = warehouse.Aggregate(new AggregateRequest(window, groups.Where, groups.Axes, groups.Sums));
        var tabs = CrossTabulation.CountAll(blocks, [.. groups.Asked.Select(i => Renamed(queries[i], groups))]);
        for (var i = 0; i < groups.Asked.Count; i++)
        {
            answers[groups.Asked[i]] = tabs[i];
        }
    }

    /// <summary>The question to the groups: their axes go by names of their own; filters the warehouse has applied are gone.</summary>
    private (IReadOnlyList<Filter> Where, IReadOnlyList<CrossTabAxis> By, string? Sum) Renamed(CrossTabQuery query, SharedGroups groups) => (
        [
            .. query.Where.Where(f => !IsPushed(query, f))
                .Select(f => WarehouseColumns.Has(query.Table, f.Column) ? f with { Column = groups.Name(f.Column, null) } : f)
        ],
        [.. query.By.Select(axis => axis with { Column = groups.Name(axis.Column, axis.Bands) })],
        query.Sum is null ? null : groups.SumName(query.Sum));

    /// <summary>Which rows a question reads: questions about the base share them wherever the same snapshot answers.</summary>
    private (FactTable Table, DateOnly From, DateOnly To, string Filters) Rows(CrossTabQuery query)
    {
        var filters = string.Join('\n', PushedFilters(query));
        return query.Table == FactTable.Subscribers
            ? (query.Table, default, (warehouse.SnapshotFor(query.To) ?? DateOnly.MinValue).AddDays(1), filters)
            : (query.Table, query.From, query.To, filters);
    }

    private static List<Filter> PushedFilters(CrossTabQuery query) => [.. query.Where.Where(f => IsPushed(query, f))];

    /// <summary>Labels are filtered by the warehouse; numbers and days, and columns the fact lacks, by the kernel.</summary>
    private static bool IsPushed(CrossTabQuery query, Filter filter)
        => filter.Column != "day" && WarehouseColumns.Dimensions(query.Table).Contains(filter.Column);

    /// <summary>The axes of a question, and the columns of the filters the kernel applies.</summary>
    private static List<CrossTabAxis> Axes(CrossTabQuery query) =>
    [
        .. query.By,
        .. query.Where.Where(f => !IsPushed(query, f) && WarehouseColumns.Has(query.Table, f.Column)).Select(f => new CrossTabAxis(f.Column)),
    ];

    private long CellsOf(FactTable table, CrossTabAxis axis, int days)
    {
        if (axis.Bands is { } bands)
        {
            return bands.Count + 1;
        }

        if (axis.Column == "day")
        {
            return days + 1;
        }

        if (!WarehouseColumns.Dimensions(table).Contains(axis.Column))
        {
            return DistinctNumbers;
        }

        if (!_labelCounts.TryGetValue((table, axis.Column), out var labels))
        {
            _labelCounts[(table, axis.Column)] = labels = warehouse.LabelCount(table, axis.Column);
        }

        return labels;
    }
}
