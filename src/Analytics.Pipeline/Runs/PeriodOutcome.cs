using Analytics.Publishing.Publish;
using Analytics.Storage.Warehouse.Ledgers;

namespace Analytics.Pipeline.Runs;

/// <summary>What a scheduled report did about one period.</summary>
/// <param name="Key">Key of the run.</param>
/// <param name="Publication">The version that stands for the period now; null where it was published in a folder that is gone.</param>
/// <param name="WasDone">Whether the run had been done before, by whomever.</param>
public sealed record PeriodOutcome(RunKey Key, Publication? Publication, bool WasDone)
{
    /// <summary>Whether this execution published a new version.</summary>
    public bool IsNew => !WasDone && Publication is { IsNew: true };
}
