using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Core.Canonical;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Importing;

namespace Analytics.Storage.Warehouse.Reading;

/// <summary>Reads what is known of the warehouse without scanning a fact table.</summary>
internal static class FactsReader
{
    /// <summary>Facts for a window of local days [from, to).</summary>
    public static WarehouseFacts Read(WarehouseSession session, DateOnly from, DateOnly to, string timeZone)
    {
        var days = new LocalDays(timeZone);
        var snapshots = SnapshotDays(session, CanonicalTable.Subscriber);
        var isCounts = snapshots.Count == 0;
        return new WarehouseFacts
        {
            CutOffUtc = CutOff(session),
            DataVersion = DataVersion(session),
            Precision = Precision(session, days, from, to),
            ComplaintDays = DaysWithRows(session, days, "complaint"),
            SurveyDays = DaysWithRows(session, days, "survey"),
            SnapshotDays = isCounts ? SnapshotDays(session, CanonicalTable.Population) : snapshots,
            IsPopulationCounts = isCounts,
            Scales = Scales(session),
            Labels = Labels(session),
            FilledColumns = session.Query<(string Table, string Column)>("filled_columns").Select(c => $"{c.Table}.{c.Column}").ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>Days with a snapshot of subscribers, or with population counts.</summary>
    public static IReadOnlyList<DateOnly> SnapshotDays(WarehouseSession session, CanonicalTable table) =>
        [.. session.Query<int>(table.Name + "_days").Select(DateOnly.FromDayNumber)];

    /// <summary>The snapshot that answers for a window that ends before <paramref name="to"/>: the latest before it, else the earliest; null where there is none.</summary>
    public static DateOnly? SnapshotFor(IReadOnlyList<DateOnly> snapshots, DateOnly to)
    {
        var before = snapshots.Where(day => day < to).ToList();
        return before.Count > 0 ? before[^1] : snapshots.Count > 0 ? snapshots[0] : null;
    }

    private static DateTime? CutOff(WarehouseSession session)
    {
        var ticks = session.Scalar<long?>("newest_moment") ?? 0;
        return ticks == 0 ? null : new DateTime(ticks, DateTimeKind.Utc);
    }

    private static string DataVersion(WarehouseSession session)
    {
        var text = new StringBuilder();
        foreach (var (table, rows, high, low) in session.Query<(string, long, long, long)>("content_digests"))
        {
            text.Append(CultureInfo.InvariantCulture, $"{table}\t{rows}\t{high:x16}{low:x16}\n");
        }

        foreach (var (language, stored, shown) in session.Query<(string, string, string)>("labels"))
        {
            text.Append(CultureInfo.InvariantCulture, $"label\t{RawText.Escape(language)}\t{RawText.Escape(stored)}\t{RawText.Escape(shown)}\n");
        }

        foreach (var (item, minimum, maximum) in session.Query<(string, double, double)>("survey_scales"))
        {
            text.Append(CultureInfo.InvariantCulture, $"scale\t{RawText.Escape(item)}\t{minimum:R}\t{maximum:R}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }

    private static DatePrecision Precision(WarehouseSession session, LocalDays days, DateOnly from, DateOnly to)
    {
        var last = to.AddDays(-1);
        var first = days.StartTicks(new DateOnly(from.Year, from.Month, 1));
        var end = days.StartTicks(new DateOnly(last.Year, last.Month, 1).AddMonths(1));
        return (DatePrecision)(session.Scalar<int?>(
            "coarsest_precision",
            new { from_hour = first / TimeSpan.TicksPerHour, to_hour = end / TimeSpan.TicksPerHour }) ?? 0);
    }

    /// <summary>Days that have rows, found by leaping from the first row of a day to the first row after that day.</summary>
    private static List<DateOnly> DaysWithRows(WarehouseSession session, LocalDays days, string table)
    {
        var found = new List<DateOnly>();
        for (var from = 0L; session.Scalar<long?>("next_" + table, new { from }) is { } next;)
        {
            var day = days.DayOf(next);
            found.Add(day);
            from = days.StartTicks(day.AddDays(1));
        }

        return found;
    }

    private static Dictionary<string, ItemScale> Scales(WarehouseSession session) =>
        session.Query<(string Item, double Minimum, double Maximum)>("survey_scales").ToDictionary(s => s.Item, s => new ItemScale(s.Minimum, s.Maximum), StringComparer.Ordinal);

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Labels(WarehouseSession session) =>
        session.Query<(string Language, string Stored, string Shown)>("labels")
            .GroupBy(l => l.Language)
            .ToDictionary(g => g.Key, IReadOnlyDictionary<string, string> (g) => g.ToDictionary(l => l.Stored, l => l.Shown, StringComparer.Ordinal), StringComparer.Ordinal);
}
