using Analytics.Jobs.Configuration;
using Analytics.Pipeline.Runs;
using Analytics.Storage.Warehouse;

namespace Analytics.Jobs.Scheduling.Work;

/// <summary>What a job is given to work with.</summary>
/// <param name="Options">Configuration.</param>
/// <param name="Time">The clock.</param>
/// <param name="Warehouse">The warehouse, for this execution alone.</param>
/// <param name="Monitor">Told the steps and counts.</param>
/// <param name="Cancellation">Ends the execution: deadline, end of the process or Ctrl+C.</param>
internal sealed record JobContext(
    AnalyticsOptions Options, TimeProvider Time, WarehouseDatabase Warehouse, ExecutionMonitor Monitor, CancellationToken Cancellation)
{
    /// <summary>The one period a person asked for, as a label; null for those that are due.</summary>
    public string? Period { get; init; }
}
