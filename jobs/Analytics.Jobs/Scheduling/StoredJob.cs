namespace Analytics.Jobs.Scheduling;

/// <summary>A job as the store has it.</summary>
/// <param name="State"><c>waiting</c>, <c>running</c>, <c>paused</c> or <c>error</c>.</param>
/// <param name="Schedule">The schedule it was stored with, as <see cref="ScheduleSync.Describe"/> words it.</param>
/// <param name="Next">When it runs next; null for never.</param>
internal sealed record StoredJob(string State, string? Schedule, DateTimeOffset? Next);
