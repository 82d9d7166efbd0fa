using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Core.Canonical;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Analytics.Storage.Warehouse;

/// <summary>Reads what is known of the warehouse without scanning a fact table.</summary>
internal static class FactsReader
{
    /// <summary>Facts for a window of local days [from, to).</summary>
    public static WarehouseFacts Read(SqliteConnection connection, DateOnly from, DateOnly to, string timeZone)
    {
        var days = new LocalDays(timeZone);
        var snapshots = SnapshotDays(connection, CanonicalTable.Subscriber);
        var isCounts = snapshots.Count == 0;
        return new WarehouseFacts
        {
            CutOffUtc = CutOff(connection),
            DataVersion = DataVersion(connection),
            Precision = Precision(connection, days, from, to),
            ComplaintDays = DaysWithRows(connection, days, "complaint"),
            SurveyDays = DaysWithRows(connection, days, "survey"),
            SnapshotDays = isCounts ? SnapshotDays(connection, CanonicalTable.Population) : snapshots,
            IsPopulationCounts = isCounts,
            Scales = Scales(connection),
            Labels = Labels(connection),
            FilledColumns = connection.Query<string>(SqlFile.Read("filled_columns")).ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>Days with a snapshot of subscribers, or with population counts.</summary>
    public static IReadOnlyList<DateOnly> SnapshotDays(SqliteConnection connection, CanonicalTable table) =>
        [.. connection.Query<int>(SqlFile.Read(table.Name + "_days")).Select(DateOnly.FromDayNumber)];

    /// <summary>The snapshot that answers for a window that ends before <paramref name="to"/>: the latest before it, else the earliest; null where there is none.</summary>
    public static DateOnly? SnapshotFor(IReadOnlyList<DateOnly> snapshots, DateOnly to)
    {
        var before = snapshots.Where(day => day < to).ToList();
        return before.Count > 0 ? before[^1] : snapshots.Count > 0 ? snapshots[0] : null;
    }

    private static DateTime? CutOff(SqliteConnection connection)
    {
        var ticks = connection.ExecuteScalar<long?>(SqlFile.Read("newest_moment")) ?? 0;
        return ticks == 0 ? null : new DateTime(ticks, DateTimeKind.Utc);
    }

    private static string DataVersion(SqliteConnection connection)
    {
        var text = new StringBuilder();
        foreach (var (table, rows, high, low) in connection.Query<(string, long, long, long)>(SqlFile.Read("content_digests")))
        {
            text.Append(CultureInfo.InvariantCulture, $"{table}\t{rows}\t{high:x16}{low:x16}\n");
        }

        foreach (var (language, stored, shown) in connection.Query<(string, string, string)>(SqlFile.Read("labels")))
        {
            text.Append(CultureInfo.InvariantCulture, $"label\t{RawText.Escape(language)}\t{RawText.Escape(stored)}\t{RawText.Escape(shown)}\n");
        }

        foreach (var (item, minimum, maximum) in connection.Query<(string, double, double)>(SqlFile.Read("survey_scales")))
        {
            text.Append(CultureInfo.InvariantCulture, $"scale\t{RawText.Escape(item)}\t{minimum:R}\t{maximum:R}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }

    private static DatePrecision Precision(SqliteConnection connection, LocalDays days, DateOnly from, DateOnly to)
    {
        var last = to.AddDays(-1);
        var first = days.StartTicks(new DateOnly(from.Year, from.Month, 1));
        var end = days.StartTicks(new DateOnly(last.Year, last.Month, 1).AddMonths(1));
        return (DatePrecision)(connection.ExecuteScalar<int?>(
            SqlFile.Read("coarsest_precision"),
            new { from_hour = first / TimeSpan.TicksPerHour, to_hour = end / TimeSpan.TicksPerHour }) ?? 0);
    }

    /// <summary>Days that have rows, found by leaping from the first row of a day to the first row after that day.</summary>
    private static List<DateOnly> DaysWithRows(SqliteConnection connection, LocalDays days, string table)
    {
        var found = new List<DateOnly>();
        using var next = new BulkStatement(connection, SqlFile.Read("next_" + table));
        next.Bind(1, 0L);
        while (next.Step() && !next.IsNull(0))
        {
            var day = days.DayOf(next.Integer(0));
            found.Add(day);
            next.Reset();
            next.Bind(1, days.StartTicks(day.AddDays(1)));
        }

        return found;
    }

    private static Dictionary<string, ItemScale> Scales(SqliteConnection connection) =>
        connection.Query<(string Item, double Minimum, double Maximum)>(SqlFile.Read("survey_scales")).ToDictionary(s => s.Item, s => new ItemScale(s.Minimum, s.Maximum), StringComparer.Ordinal);

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Labels(SqliteConnection connection) =>
        connection.Query<(string Language, string Stored, string Shown)>(SqlFile.Read("labels"))
            .GroupBy(l => l.Language)
            .ToDictionary(g => g.Key, IReadOnlyDictionary<string, string> (g) => g.ToDictionary(l => l.Stored, l => l.Shown, StringComparer.Ordinal), StringComparer.Ordinal);
}
