using Analytics.Core;
using Analytics.Jobs.Cli.Progress;
using Analytics.Jobs.Configuration;
using Analytics.Storage.Privacy;
using Analytics.Storage.Warehouse;

namespace Analytics.Jobs.Cli;

/// <summary>Opens the configured warehouse and its key for a command.</summary>
internal static class WarehouseAccess
{
    /// <summary>Opens the warehouse; makes it where it does not exist.</summary>
    public static WarehouseDatabase OpenWarehouse(this CommandContext context) => context.Options.OpenWarehouse(context.Time);

    /// <summary>Opens the warehouse; makes it where it does not exist.</summary>
    public static WarehouseDatabase OpenWarehouse(this AnalyticsOptions options, TimeProvider time) => WarehouseDatabase.Open(options.Warehouse(), time);

    /// <summary>Opens a warehouse that must exist: a command that only reads makes none.</summary>
    /// <exception cref="AnalyticsException">AN1014: there is none.</exception>
    public static WarehouseDatabase OpenExistingWarehouse(this CommandContext context) => WarehouseDatabase.Exists(context.Options.Warehouse())
        ? context.OpenWarehouse()
        : throw new AnalyticsException(
            "AN1014",
            $"There is no warehouse '{context.Options.WarehousePlace()}' yet.",
            "Import data first ('analytics import --help'), try 'analytics demo', or name another with --set Warehouse:Path=….",
            FaultKind.Usage);

    /// <summary>Takes the write lock and says whom it waits for.</summary>
    public static IDisposable HoldWriteLock(this CommandContext context, WarehouseDatabase warehouse, string purpose)
        => warehouse.AcquireWriteLock(context.Options.LockWait, purpose, holder =>
        {
            var whom = holder is null ? "another process" : $"process {holder.ProcessId} on {holder.Host} ({holder.Purpose})";
            context.Output.Message($"waiting up to {Pace.Duration(context.Options.LockWait)} for {whom}, which is writing to the warehouse");
        });

    /// <summary>The pseudonym key: of the environment, else of the key file, which is made where it does not exist.</summary>
    public static SubscriberPseudonymizer Pseudonyms(this AnalyticsOptions options)
        => SubscriberPseudonymizer.Load(Environment.GetEnvironmentVariable(SubscriberPseudonymizer.KeyVariable), options.KeyFile);
}
