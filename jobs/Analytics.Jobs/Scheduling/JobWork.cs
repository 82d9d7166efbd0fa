using Analytics.Jobs.Cli;
using Analytics.Pipeline.Runs;
using Analytics.Storage.Warehouse;

namespace Analytics.Jobs.Scheduling;

/// <summary>What a job is given to work with.</summary>
/// <param name="Job">Its definition.</param>
/// <param name="Context">Options, clock, messages; its cancellation ends the execution: deadline, end of the process or Ctrl+C.</param>
/// <param name="Warehouse">The warehouse, for this execution alone.</param>
/// <param name="Monitor">Told the steps and counts.</param>
internal sealed record JobWork(JobDefinition Job, CommandContext Context, WarehouseDatabase Warehouse, ExecutionMonitor Monitor)
{
    /// <summary>The one period a person asked for, as a label; null for those that are due.</summary>
    public string? Period { get; init; }
}
