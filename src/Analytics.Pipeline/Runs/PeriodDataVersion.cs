using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Core.Periods;
using Analytics.Core.Settings;
using Analytics.Storage.Warehouse;

namespace Analytics.Pipeline.Runs;

/// <summary>
/// The data version of one period: changes when a row of the period is added, taken away or changed, when another snapshot of the base
/// answers for it or that one was corrected, or when the settings change; not when rows of other periods arrive, as the warehouse's own data version does.
/// </summary>
public static class PeriodDataVersion
{
    /// <summary>32 hexadecimal digits.</summary>
    /// <param name="warehouse">The data.</param>
    /// <param name="period">Which period.</param>
    /// <param name="settings">Settings of the study.</param>
    /// <param name="language">Language of the report.</param>
    public static string Of(WarehouseDatabase warehouse, ReportPeriod period, StudySettings settings, string language)
    {
        var text = new StringBuilder();
        foreach (var rows in warehouse.PeriodRows(period.Start, period.End, settings.TimeZone))
        {
            text.Append(CultureInfo.InvariantCulture, $"{rows.Table}\t{rows.AsOf:yyyy-MM-dd}\t{rows.Rows}\t{rows.Digest}\n");
        }

        text.Append(ReportRun.ConfigurationHash(settings, language));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }
}
