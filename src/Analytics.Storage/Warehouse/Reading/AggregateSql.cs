using System.Globalization;
using Analytics.Core.CrossTabs;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Importing;

namespace Analytics.Storage.Warehouse.Reading;

/// <summary>
/// Puts the query of an aggregate together: the window query of the fact, wrapped into groups. Every value is brought into its final
/// unit by the same arithmetic as when rows are read, so that groups of rows and groups of the warehouse are the same.
/// </summary>
internal sealed class AggregateSql(WarehouseSession session, AggregateRequest request, LocalDays days, int shards)
{
    private const long HalfMinute = TimeSpan.TicksPerMinute / 2;
    private const int MoneyScale = (int)Core.Canonical.FieldValue.MoneyScale;

    private readonly HashSet<string> _filled = session.Query<(string Table, string Column)>("filled_columns").Select(c => $"{c.Table}.{c.Column}").ToHashSet(StringComparer.Ordinal);

    /// <summary>The query over a window query.</summary>
    /// <param name="window">Name of the window query's file.</param>
    public string For(string window)
    {
        string[] sums = [.. request.Sums.Keys];
        var columns = request.Axes.Select(a => a.Column).Concat(request.Where.Select(f => f.Column)).Concat(request.Sums.Values)
            .Where(c => !IsNeverLinked(c)).Select(Stored).Concat(shards > 0 && window != "subscriber_window" ? ["shard"] : Array.Empty<string>()).ToHashSet(StringComparer.Ordinal);
        var rows = WindowSql.For(session.Dialect, window, columns).Replace("{shards}", shards.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var values = request.Axes.Select(a => (a.Name, Sql: Axis(a))).Concat(sums.Select(s => (Name: s, Sql: Number(request.Sums[s])))).Concat(columns.Contains("shard") ? [(Name: "shard", Sql: "w.shard")] : Array.Empty<(string Name, string Sql)>()).ToList();
        string[] groups = [.. request.Axes.Select(a => $"g.{a.Name}"), .. sums.Select(s => $"CASE WHEN g.{s} IS NULL THEN 0 ELSE 1 END"), .. columns.Contains("shard") ? ["g.shard"] : Array.Empty<string>()];
        return session.Dialect.Sql("aggregate_window")
            .Replace("{labels}", string.Concat(request.Axes.Select(a => $"g.{a.Name}, ")), StringComparison.Ordinal)
            .Replace("{sums}", string.Concat(sums.Select(s => $"SUM(g.{s} * g.n) / CAST(SUM(g.n) AS DOUBLE PRECISION) AS {s}, ")), StringComparison.Ordinal)
            .Replace("{values}", string.Concat(values.Select(v => $"{v.Sql} AS {v.Name}, ")) + (groups.Length == 0 ? "1 AS one, " : ""), StringComparison.Ordinal)
            .Replace("{count}", rows.Contains("\"count\"", StringComparison.Ordinal) ? "w.\"count\"" : "1", StringComparison.Ordinal)
            .Replace("{window}", string.Join('\n', rows.Split('\n').Where(line => !line.StartsWith("ORDER BY ", StringComparison.Ordinal) && !line.StartsWith("--", StringComparison.Ordinal))), StringComparison.Ordinal)
            .Replace("{filters}", request.Where.Count == 0 ? "1 = 1" : string.Join(" AND ", request.Where.Select(Filter)), StringComparison.Ordinal)
            .Replace("{groups}", groups.Length == 0 ? "g.one" : string.Join(", ", groups), StringComparison.Ordinal);
    }

    private WarehouseColumn Column(string name) => WarehouseColumns.Find(request.Window.Table, name);

    /// <summary>A column of the window query; what needs a link to a subscriber where there never was one is a constant, and no table is joined for it.</summary>
    private string Quoted(string column) => IsNeverLinked(column) ? column == "has_subscriber" ? "0" : "NULL" : $"w.\"{Stored(column)}\"";

    private bool IsNeverLinked(string column) => request.Window.Table != FactTable.Subscribers
        && Array.Exists(Column(column).Sources, s => s.EndsWith(".subscriber_id", StringComparison.Ordinal))
        && !WarehouseColumns.HasValues(request.Window.Table, column, _filled);

    /// <summary>Region and brand are looked up at the subscriber where the row has none; where there are no subscribers the row's own is all there is.</summary>
    private string Stored(string column) => request.Window.Table != FactTable.Subscribers && (column is "region" or "brand")
        && Column(column).Sources is [var both] && both.Contains('|', StringComparison.Ordinal) && !_filled.Contains("subscriber." + column) ? "plain_" + column : column;

    private string Axis(AggregateAxis axis) => Column(axis.Column).Kind switch
    {
        WindowColumnKind.Key or WindowColumnKind.Flag => $"CAST({Quoted(axis.Column)} AS BIGINT)",
        WindowColumnKind.Day => Day(Quoted(axis.Column)),
        _ => axis.Bands is { } bands ? Banded(Number(axis.Column), bands) : Number(axis.Column),
    };

    /// <summary>A number in its unit, as <see cref="WindowBlock"/> reads it.</summary>
    private string Number(string column) => Column(column).Kind switch
    {
        WindowColumnKind.Money => $"CAST({Quoted(column)} AS DOUBLE PRECISION) / {MoneyScale}",
        WindowColumnKind.Hours => Hours(Quoted(column)),
        WindowColumnKind.HoursOpen => $"CASE WHEN {Quoted(column)} < @cut_off THEN {Hours($"(@cut_off - {Quoted(column)})")} ELSE 0 END",
        _ => $"CAST({Quoted(column)} AS DOUBLE PRECISION)",
    };

    /// <summary>Whole minutes, halves away from zero, as hours.</summary>
    private static string Hours(string ticks)
        => string.Create(CultureInfo.InvariantCulture, $"CAST(CASE WHEN {ticks} < 0 THEN -((-{ticks} + {HalfMinute}) / {TimeSpan.TicksPerMinute}) ELSE ({ticks} + {HalfMinute}) / {TimeSpan.TicksPerMinute} END AS DOUBLE PRECISION) / 60");

    /// <summary>The number of the band a value is in, as a value that lies in it.</summary>
    private static string Banded(string value, BandSet bands)
    {
        var comparison = bands.RightClosed ? "<=" : "<";
        var cases = bands.Edges.Select((edge, band) => $" WHEN {value} {comparison} {Literal(edge)} THEN {Literal(Inside(bands, band))}");
        return $"CASE WHEN {value} IS NULL THEN NULL{string.Concat(cases)} ELSE {Literal(Inside(bands, bands.Edges.Count))} END";
    }

    private static double Inside(BandSet bands, int band)
    {
        static double Beyond(double edge) => Math.Max(1, Math.Abs(edge));
        return bands.RightClosed
            ? band < bands.Edges.Count ? bands.Edges[band] : bands.Edges[^1] + Beyond(bands.Edges[^1])
            : band > 0 ? bands.Edges[band - 1] : bands.Edges[0] - Beyond(bands.Edges[0]);
    }

    /// <summary>The first moment of a moment's local day. Days that follow each other by 24 hours share one formula; clocks that are put on or back begin another.</summary>
    private string Day(string ticks)
    {
        var cases = new List<string>();
        var first = request.Window.From;
        while (first < request.Window.To)
        {
            var last = first;
            while (last < request.Window.To && days.StartTicks(last.AddDays(1)) - days.StartTicks(last) == TimeSpan.TicksPerDay)
            {
                last = last.AddDays(1);
            }

            var end = last == first ? first.AddDays(1) : last;
            var start = days.StartTicks(first);
            cases.Add(string.Create(CultureInfo.InvariantCulture, $" WHEN {ticks} < {days.StartTicks(end)} THEN {start} + ({ticks} - {start}) / {(last == first ? days.StartTicks(end) - start : TimeSpan.TicksPerDay)} * {TimeSpan.TicksPerDay}"));
            first = end;
        }

        return $"CASE{string.Concat(cases)} END";
    }

    private string Filter(Filter filter)
    {
        var column = Column(filter.Column);
        var labels = column.Kind == WindowColumnKind.Flag ? DimensionLabels.OfFlag : DimensionLabels.Load(session, column.Name);
        var shift = column.Kind == WindowColumnKind.Flag ? 1 : 0;
        var keys = filter.Values.Where(v => v.Length > 0).Select(v => IndexOf(labels, v)).Where(key => key > 0).Distinct().Select(key => (key - shift).ToString(CultureInfo.InvariantCulture)).ToList();
        var value = $"CAST({Quoted(filter.Column)} AS BIGINT)";
        List<string> either = [.. keys.Count > 0 ? [$"{value} IN ({string.Join(", ", keys)})"] : Array.Empty<string>(), .. filter.Values.Contains("") ? [$"{value} IS NULL"] : Array.Empty<string>()];
        return either.Count == 0 ? "1 = 0" : $"({string.Join(" OR ", either)})";
    }

    private static int IndexOf(IReadOnlyList<string> labels, string label)
    {
        for (var i = 1; i < labels.Count; i++)
        {
            if (string.Equals(labels[i], label, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A number no engine takes for a decimal of its own.</summary>
    private static string Literal(double value) => value.ToString("R", CultureInfo.InvariantCulture) is var text && text.Contains('E', StringComparison.Ordinal) ? $"({text})" : $"({text}E0)";
}
