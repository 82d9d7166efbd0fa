using Microsoft.Extensions.Logging;

namespace Analytics.Jobs.Hosting;

/// <summary>What <c>analytics serve</c> writes to its log.</summary>
internal static partial class JobLog
{
    [LoggerMessage(1, LogLevel.Information, "{Job} began ({Cause}, attempt {Attempt})")]
    public static partial void Began(this ILogger log, string job, string cause, int attempt);

    [LoggerMessage(2, LogLevel.Debug, "{Job}: {Step}")]
    public static partial void Step(this ILogger log, string job, string step);

    [LoggerMessage(3, LogLevel.Information, "{Job} {Status} after {Seconds:0.0} s: {Summary} [{RunKeys}]")]
    public static partial void Ended(this ILogger log, string job, string status, double seconds, string summary, string runKeys);

    [LoggerMessage(4, LogLevel.Error, "{Job} failed, {Code}: {Summary} [{RunKeys}]")]
    public static partial void Failed(this ILogger log, string job, string? code, string summary, string runKeys);

    [LoggerMessage(5, LogLevel.Information, "{Job} is scheduled: {Schedule}; next at {Next:u}")]
    public static partial void Scheduled(this ILogger log, string job, string schedule, DateTimeOffset? next);

    [LoggerMessage(6, LogLevel.Information, "{Job} is no longer scheduled")]
    public static partial void Unscheduled(this ILogger log, string job);

    [LoggerMessage(7, LogLevel.Information, "{Job} missed its time at {Missed:u} and is made up for")]
    public static partial void CaughtUp(this ILogger log, string job, DateTimeOffset missed);

    [LoggerMessage(8, LogLevel.Warning, "the job store '{Store}' was of another version and was set aside as '{Aside}'; schedules come from the configuration")]
    public static partial void SetAside(this ILogger log, string store, string aside);

    [LoggerMessage(9, LogLevel.Information, "stopping: {Running} jobs have {Seconds:0} s to end")]
    public static partial void Stopping(this ILogger log, int running, double seconds);

    [LoggerMessage(10, LogLevel.Error, "the failure of {Job} could not be reported: {Problem}")]
    public static partial void NotReported(this ILogger log, string job, string problem);
}
