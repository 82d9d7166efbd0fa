using Analytics.Core;

namespace Analytics.Storage.Warehouse.Ledgers;

/// <summary>Another worker has the run: this one must not write about it any more.</summary>
/// <param name="key">The run.</param>
public sealed class RunTakenOverException(RunKey key) : AnalyticsException(
    "AN6008",
    $"The run {key} was taken over by another worker, since this one was not heard of for longer than its lease.",
    "Nothing is published twice. If it happens often, raise Scheduler:LeaseSeconds, or give the machine more room.");
