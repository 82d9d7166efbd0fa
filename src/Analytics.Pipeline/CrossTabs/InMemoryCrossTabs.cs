using Analytics.Core.CrossTabs;
using Analytics.Core.Settings;
using Analytics.Statistics.Tables;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Reading;

namespace Analytics.Pipeline.CrossTabs;

/// <summary>
/// Answers cross-tab questions in memory: questions about the same rows are gathered, the columns they need are read once as a stream
/// of blocks, and all are counted in that one pass.
/// </summary>
/// <param name="warehouse">Where the rows are.</param>
/// <param name="settings">Time zone and repeat window.</param>
/// <param name="cutOffUtc">Where the clocks of open cases stop.</param>
public sealed class InMemoryCrossTabs(WarehouseDatabase warehouse, StudySettings settings, DateTime cutOffUtc) : ICrossTabSource
{
    /// <inheritdoc/>
    public IReadOnlyList<CrossTab> Answer(IReadOnlyList<CrossTabQuery> queries)
    {
        foreach (var query in queries)
        {
            CrossTabSources.Check(query);
        }

        var answers = new CrossTab[queries.Count];
        foreach (var group in Enumerable.Range(0, queries.Count).GroupBy(i => Rows(queries[i])))
        {
            int[] asked = [.. group];
            var tabs = CrossTabulation.CountAll(
                warehouse.Read(Window(group.Key, [.. asked.Select(i => queries[i])])),
                [.. asked.Select(i => (queries[i].Where, queries[i].By, queries[i].Sum))]);
            for (var i = 0; i < asked.Length; i++)
            {
                answers[asked[i]] = tabs[i];
            }
        }

        return answers;
    }

    /// <summary>Which rows a question reads. Questions about the base share a read wherever the same snapshot answers for their windows.</summary>
    private (FactTable Table, DateOnly From, DateOnly To) Rows(CrossTabQuery query) => query.Table == FactTable.Subscribers
        ? (query.Table, default, (warehouse.SnapshotFor(query.To) ?? DateOnly.MinValue).AddDays(1))
        : (query.Table, query.From, query.To);

    private WindowRequest Window((FactTable Table, DateOnly From, DateOnly To) rows, IReadOnlyList<CrossTabQuery> queries)
    {
        // a filter on a column the table lacks is not read: it leaves no row
        var columns = queries
            .SelectMany(q => q.By.Select(axis => axis.Column).Concat(q.Where.Select(f => f.Column)).Concat(q.Sum is null ? [] : [q.Sum]))
            .Where(column => WarehouseColumns.Has(rows.Table, column))
            .Distinct(StringComparer.Ordinal);
        return new WindowRequest(rows.Table, rows.From, rows.To, [.. columns], settings.TimeZone, settings.RepeatWindow, cutOffUtc);
    }
}
