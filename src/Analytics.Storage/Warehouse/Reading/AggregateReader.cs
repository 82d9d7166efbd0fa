using Analytics.Core.CrossTabs;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Importing;
using Analytics.Storage.Warehouse.Sharding;

namespace Analytics.Storage.Warehouse.Reading;

/// <summary>Reads the groups of an aggregate as a block of rows that stand for many.</summary>
internal static class AggregateReader
{
    /// <summary>Asks and reads. No block where the fact has no base to answer.</summary>
    public static IReadOnlyList<DataWindow> Read(WarehouseSession session, AggregateRequest request)
    {
        var window = request.Window;
        var days = new LocalDays(window.TimeZone);
        var (snapshot, isCounts) = WindowReader.Base(session, window.To);
        var name = window.Table switch
        {
            FactTable.Complaints => "complaint_window",
            FactTable.SurveyAnswers => "survey_window",
            _ when snapshot is null => null,
            _ => isCounts ? "population_window" : "subscriber_window",
        };
        if (name is null)
        {
            return [];
        }

        var labels = request.Axes.ToDictionary(a => a.Name, a => Column(request, a) switch
        {
            { Kind: WindowColumnKind.Flag } => DimensionLabels.OfFlag,
            { Kind: WindowColumnKind.Key } key => DimensionLabels.Load(session, key.Name),
            _ => [],
        });
        var shards = ShardSetup.Count(session);
        if (shards > 0)
        {
            session.Execute("prefer_shards");
        }

        using var rows = session.Read(
            new AggregateSql(session, request, days, shards).For(name),
            ("from", days.StartTicks(window.From)),
            ("to", days.StartTicks(window.To)),
            ("snapshot", snapshot?.DayNumber ?? -1),
            ("snapshot_year", snapshot?.Year ?? 0),
            ("repeat_window", window.RepeatWindow.Ticks),
            ("cut_off", window.CutOffUtc.Ticks));
        return [Block(request, labels, new DayLabels(days), rows)];
    }

    private static WarehouseColumn Column(AggregateRequest request, AggregateAxis axis) => WarehouseColumns.Find(request.Window.Table, axis.Column);

    private static DataWindow Block(AggregateRequest request, Dictionary<string, IReadOnlyList<string>> labels, DayLabels days, IRowCursor rows)
    {
        var keys = request.Axes.Where(a => Column(request, a).IsDimension).Select(a => (a.Name, Column(request, a).Kind, Ordinal: rows.Ordinal(a.Name), Values: new List<ushort>())).ToList();
        var numbers = request.Axes.Where(a => !Column(request, a).IsDimension).Select(a => a.Name).Concat(request.Sums.Keys).Select(n => (Name: n, Ordinal: rows.Ordinal(n), Values: new List<double>())).ToList();
        var counts = new List<int>();
        var countOrdinal = rows.Ordinal("count");
        while (rows.Step())
        {
            // what stands for more than a row can hold becomes several rows
            for (var left = rows.Integer(countOrdinal); left > 0; left -= int.MaxValue)
            {
                counts.Add((int)Math.Min(left, int.MaxValue));
                keys.ForEach(k => k.Values.Add(Key(rows, k.Ordinal, k.Kind, days)));
                numbers.ForEach(n => n.Values.Add(rows.IsNull(n.Ordinal) ? double.NaN : rows.Real(n.Ordinal)));
            }
        }

        return new DataWindow(
            counts.Count,
            keys.ToDictionary(k => k.Name, k => new DimensionColumn(k.Name, [.. k.Values], k.Kind == WindowColumnKind.Day ? days.Labels : labels[k.Name]), StringComparer.Ordinal),
            numbers.ToDictionary(n => n.Name, n => n.Values.ToArray(), StringComparer.Ordinal),
            [.. counts]);
    }

    private static ushort Key(IRowCursor rows, int ordinal, WindowColumnKind kind, DayLabels days) => rows.IsNull(ordinal) ? (ushort)0 : kind switch
    {
        WindowColumnKind.Flag => (ushort)(rows.Integer(ordinal) + 1),
        WindowColumnKind.Day => days.KeyOf(rows.Integer(ordinal)),
        _ => (ushort)rows.Integer(ordinal),
    };
}
