using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Core.Reports;

namespace Analytics.Storage.Warehouse;

/// <summary>Tells whether the rows of a period have changed, from one pass over the period alone.</summary>
internal static class PeriodReader
{
    /// <summary>Rows and digests of complaints and survey answers for the local days [<paramref name="from"/>, <paramref name="to"/>).</summary>
    public static IReadOnlyList<PeriodRows> Read(WarehouseSession session, DateOnly from, DateOnly to, string timeZone)
    {
        var days = new LocalDays(timeZone);
        var window = new { from = days.StartTicks(from), to = days.StartTicks(to) };
        return [Of("complaint", session.First<Sums>("period_rows_complaint", window)!), Of("survey", session.First<Sums>("period_rows_survey", window)!)];
    }

    private static PeriodRows Of(string table, Sums sums)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{sums.RowTotal}\t{sums.FirstSum}\t{sums.SecondSum}");
        return new PeriodRows(table, sums.RowTotal, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8)));
    }

    private sealed class Sums
    {
        public long RowTotal { get; init; }

        public long FirstSum { get; init; }

        public long SecondSum { get; init; }
    }
}
