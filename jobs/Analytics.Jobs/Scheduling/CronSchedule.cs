using Quartz;

namespace Analytics.Jobs.Scheduling;

/// <summary>The times of a cron expression: seconds, minutes, hours, day of month, month, day of week.</summary>
/// <param name="cron">The expression.</param>
/// <param name="zone">Zone the times are read in: a time that clocks skip is made up for, one they repeat comes once.</param>
internal sealed class CronSchedule(string cron, TimeZoneInfo zone)
{
    private readonly CronExpression _expression = new(cron, zone);

    /// <summary>The expression, checked and in its usual form.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static string Parse(string text)
    {
        try
        {
            return CronExpression.Parse(text).CronExpressionString;
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            throw new FormatException($"{fault.Message.ReplaceLineEndings(" ").TrimEnd('.')}.", fault);
        }
    }

    /// <summary>The first time after a moment; null where there is none.</summary>
    public DateTimeOffset? After(DateTimeOffset moment) => _expression.GetNextValidTimeAfter(moment);

    /// <summary>The last time before a moment; null where there is none.</summary>
    public DateTimeOffset? Before(DateTimeOffset moment) => _expression.GetPreviousValidTimeBefore(moment);
}
