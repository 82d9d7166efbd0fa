using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Core.Reports;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Importing;

namespace Analytics.Storage.Warehouse.Reading;

/// <summary>Tells whether the rows of a period have changed, from one pass over the period alone.</summary>
internal static class PeriodReader
{
    /// <summary>Rows and digests of complaints and survey answers for the local days [<paramref name="from"/>, <paramref name="to"/>), and of the days of the base that answer for the beginning and the end, where there is one.</summary>
    public static IReadOnlyList<PeriodRows> Read(WarehouseSession session, DateOnly from, DateOnly to, string timeZone)
    {
        var days = new LocalDays(timeZone);
        var window = new { from = days.StartTicks(from), to = days.StartTicks(to) };
        PeriodRows[] facts = [Of("complaint", session.First<Sums>("period_rows_complaint", window)!, null), Of("survey", session.First<Sums>("period_rows_survey", window)!, null)];
        // rates are of the average of the base at the beginning and at the end
        var bases = new[] { from.AddDays(1), to }.Select(end => WindowReader.Base(session, end)).Where(b => b.Day is not null).Distinct();
        return [.. facts, .. bases.Select(b => Base(session, b.Day!.Value, b.IsCounts))];
    }

    private static PeriodRows Base(WarehouseSession session, DateOnly day, bool isCounts)
    {
        var asOf = new { as_of = day.DayNumber };
        if (isCounts)
        {
            return Of("population", session.First<Sums>("period_rows_population", asOf)!, day);
        }

        var snapshot = session.First<Snapshot>("find_snapshot", asOf)!;
        return Of("subscriber", new Sums { RowTotal = snapshot.RowTotal, FirstSum = snapshot.DigestHigh, SecondSum = snapshot.DigestLow }, day);
    }

    private static PeriodRows Of(string table, Sums sums, DateOnly? day)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{sums.RowTotal}\t{sums.FirstSum}\t{sums.SecondSum}");
        return new PeriodRows(table, sums.RowTotal, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8))) { AsOf = day };
    }

    private sealed class Sums
    {
        public long RowTotal { get; init; }

        public long FirstSum { get; init; }

        public long SecondSum { get; init; }
    }

    private sealed class Snapshot
    {
        public long RowTotal { get; init; }

        public long DigestHigh { get; init; }

        public long DigestLow { get; init; }
    }
}
