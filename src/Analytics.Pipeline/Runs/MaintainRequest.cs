using Analytics.Pipeline.Deliver;

namespace Analytics.Pipeline.Runs;

/// <summary>What is kept how long, and who is reminded of what waits.</summary>
/// <param name="OutputFolder">Folder reports are published under.</param>
/// <param name="TimeZone">IANA zone that says which day it is: a reminder of the same rows goes out once a day.</param>
/// <param name="Operators">Who is reminded; asked only where something waits.</param>
/// <param name="Delivery">How the reminder is sent.</param>
public sealed record MaintainRequest(string OutputFolder, string TimeZone, Func<IReadOnlyList<Operator>> Operators, DeliverySettings Delivery)
{
    /// <summary>Age in days from which complaint texts are deleted; 0 keeps them.</summary>
    public int KeepTextDays { get; init; }

    /// <summary>Age in days from which complaint and survey rows are deleted; 0 keeps them.</summary>
    public int KeepRowsDays { get; init; }

    /// <summary>Age in days from which the history of executions is deleted.</summary>
    public int KeepHistoryDays { get; init; }

    /// <summary>Versions kept of every period and scope; 0 keeps all.</summary>
    public int KeepVersions { get; init; }

    /// <summary>How long to wait for another writer of the warehouse.</summary>
    public TimeSpan LockWait { get; init; } = TimeSpan.FromSeconds(60);
}
