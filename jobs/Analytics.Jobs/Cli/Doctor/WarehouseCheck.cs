using System.Globalization;
using Analytics.Core;
using Analytics.Jobs.Configuration;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Engines;

namespace Analytics.Jobs.Cli.Doctor;

/// <summary>Whether the warehouse opens, what it holds, and who is writing to it.</summary>
internal static class WarehouseCheck
{
    /// <summary>Opens the warehouse where there is one.</summary>
    public static CheckResult Run(CommandContext context)
    {
        var place = context.Options.WarehousePlace();
        try
        {
            if (!WarehouseDatabase.Exists(context.Options.Warehouse()))
            {
                return new CheckResult("warehouse", CheckState.Ok, $"'{place}' does not exist yet; the first import makes it.");
            }

            using var warehouse = context.OpenWarehouse();
            var facts = warehouse.Facts(new DateOnly(1990, 1, 1), new DateOnly(2200, 1, 1), context.Options.Study.TimeZone);
            var days = facts.ComplaintDays;
            var complaints = days.Count == 0
                ? "no complaints"
                : string.Create(CultureInfo.InvariantCulture, $"complaints from {days[0]:yyyy-MM-dd} to {days[^1]:yyyy-MM-dd}");
            var waiting = warehouse.QuarantineSummaries().Sum(s => s.Rows);
            var found = string.Create(
                CultureInfo.InvariantCulture,
                $"'{place}' opens: {Size(warehouse)}, {complaints}, {facts.SnapshotDays.Count} subscriber snapshots, {waiting:N0} quarantined rows.");
            return warehouse.CurrentWriter() is { } writer
                ? new CheckResult(
                    "warehouse",
                    CheckState.Warning,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{found} Process {writer.ProcessId} on {writer.Host} has been writing since {writer.Since:yyyy-MM-dd HH:mm} UTC ({writer.Purpose})."),
                    "Wait for it; imports wait by themselves.")
                : new CheckResult("warehouse", CheckState.Ok, found);
        }
        catch (AnalyticsException fault)
        {
            return new CheckResult("warehouse", CheckState.Fault, $"{fault.Code}: {fault.Problem}", fault.Remedy);
        }
    }

    private static string Size(WarehouseDatabase warehouse) => warehouse.Provider == WarehouseProvider.Sqlite
        ? string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(warehouse.File).Length / 1e6:0.0} MB")
        : warehouse.Provider.ToString();
}
