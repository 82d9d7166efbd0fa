namespace Analytics.Publishing.Publish;

/// <summary>Times the steps of a run, in the order they are taken, and says so to whoever watches.</summary>
/// <param name="time">Whose timestamps are used.</param>
/// <param name="started">Told the name of each step when it begins; or null.</param>
public sealed class StepClock(TimeProvider time, IProgress<string>? started = null)
{
    private readonly List<StepTiming> _timings = [];

    /// <summary>The steps finished so far.</summary>
    public IReadOnlyList<StepTiming> Timings => _timings;

    /// <summary>Runs a step and notes its time, also when it throws.</summary>
    public T Measure<T>(string step, Func<T> work)
    {
        started?.Report(step);
        var start = time.GetTimestamp();
        try
        {
            return work();
        }
        finally
        {
            _timings.Add(new StepTiming(step, (long)time.GetElapsedTime(start).TotalMilliseconds));
        }
    }
}
