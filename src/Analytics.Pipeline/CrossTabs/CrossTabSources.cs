using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Core.Settings;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Reading;

namespace Analytics.Pipeline.CrossTabs;

/// <summary>Opens the source that answers cross-tab questions over a warehouse.</summary>
public static class CrossTabSources
{
    private const long MostRowsInMemory = 5_000_000;

    /// <summary>The source of a choice.</summary>
    /// <param name="choice">Where to count.</param>
    /// <param name="warehouse">Where the rows are.</param>
    /// <param name="settings">Time zone and repeat window.</param>
    /// <param name="cutOffUtc">Where the clocks of open cases stop.</param>
    public static ICrossTabSource Open(CrossTabChoice choice, WarehouseDatabase warehouse, StudySettings settings, DateTime cutOffUtc)
        => choice == CrossTabChoice.PushDown
            || (choice == CrossTabChoice.Auto && warehouse.Provider != WarehouseProvider.Sqlite && warehouse.TotalRows() > MostRowsInMemory)
            ? new PushedDownCrossTabs(warehouse, settings, cutOffUtc)
            : new InMemoryCrossTabs(warehouse, settings, cutOffUtc);

    /// <summary>Refuses a question that names a column there is not. A filter may name a column of another fact: it leaves no row.</summary>
    /// <exception cref="AnalyticsException">AN4002: there is no such column.</exception>
    internal static void Check(CrossTabQuery query)
    {
        foreach (var column in query.By.Select(axis => axis.Column).Concat(query.Sum is null ? [] : [query.Sum]))
        {
            if (!WarehouseColumns.Has(query.Table, column))
            {
                throw WarehouseColumns.Unknown(query.Table, column);
            }
        }

        foreach (var filter in query.Where)
        {
            if (!WarehouseColumns.IsKnown(filter.Column))
            {
                throw WarehouseColumns.Unknown(query.Table, filter.Column);
            }
        }
    }
}
