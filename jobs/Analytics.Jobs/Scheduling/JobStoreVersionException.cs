using Analytics.Core;

namespace Analytics.Jobs.Scheduling;

/// <summary>Another version of the scheduler made the job store: an embedded one can be set aside.</summary>
/// <param name="problem">Which store, and what it lacks.</param>
/// <param name="remedy">What the reader can do about it.</param>
/// <param name="inner">What the scheduler met.</param>
internal sealed class JobStoreVersionException(string problem, string remedy, Exception inner)
    : AnalyticsException("AN6010", problem, remedy, FaultKind.Usage, inner);
