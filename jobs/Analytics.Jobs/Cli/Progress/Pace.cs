using System.Globalization;

namespace Analytics.Jobs.Cli.Progress;

/// <summary>Rate and time left of a step, from its first report on.</summary>
/// <param name="time">Clock.</param>
internal sealed class Pace(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>Time since the step began.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_start);

    /// <summary>"420,000 of 1,222,823 rows, 150,000 rows/s, 5 s left"; parts that are not known are left out.</summary>
    public string Describe(StepProgress at)
    {
        if (at.Unit.Length == 0)
        {
            return Duration(Elapsed);
        }

        var parts = new List<string> { at.Total is { } total ? $"{Number(at.Done)} of {Number(total)} {at.Unit}" : $"{Number(at.Done)} {at.Unit}" };
        var rate = at.Done / Math.Max(Elapsed.TotalSeconds, 0.001);
        if (Elapsed.TotalSeconds >= 0.5 && at.Done > 0)
        {
            parts.Add($"{Number((long)rate)} {at.Unit}/s");
            if (at.Total > at.Done)
            {
                parts.Add($"{Duration(TimeSpan.FromSeconds((at.Total.Value - at.Done) / rate))} left");
            }
        }

        return string.Join(", ", parts);
    }

    /// <summary>"0.4 s", "37 s", "4 min 10 s".</summary>
    public static string Duration(TimeSpan time) => time.TotalSeconds switch
    {
        < 10 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s"),
    };

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
