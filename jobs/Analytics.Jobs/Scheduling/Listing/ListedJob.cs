namespace Analytics.Jobs.Scheduling.Listing;

/// <summary>A job as <c>jobs list</c> shows it.</summary>
/// <param name="Name">Name.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Cron">When.</param>
/// <param name="TimeZone">Zone of the times.</param>
/// <param name="State"><c>waiting</c>, <c>running</c>, <c>paused</c>, <c>off</c>, <c>not started</c> or <c>error</c>.</param>
/// <param name="Next">Next time; null where it is off.</param>
/// <param name="LastStartedAt">When it last ran; null where it never did.</param>
/// <param name="LastStatus">What came of that.</param>
/// <param name="LastSummary">The same in a line.</param>
internal sealed record ListedJob(
    string Name,
    string Kind,
    string Cron,
    string TimeZone,
    string State,
    DateTimeOffset? Next,
    DateTimeOffset? LastStartedAt,
    string? LastStatus,
    string? LastSummary);
