namespace Analytics.Jobs.Cli.Progress;

/// <summary>Progress where nobody watches: a line when a step ends, and every few seconds while it lasts.</summary>
/// <param name="output">Messages go to its standard error.</param>
/// <param name="time">Clock.</param>
internal sealed class LineProgress(ConsoleOutput output, TimeProvider time) : IProgress<StepProgress>, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);
    private readonly Lock _gate = new();
    private Pace? _pace;
    private StepProgress? _last;
    private TimeSpan _written;

    /// <inheritdoc/>
    public void Report(StepProgress value)
    {
        lock (_gate)
        {
            if (_last is null || _last.Step != value.Step)
            {
                Finish();
                _pace = new Pace(time);
                _written = TimeSpan.Zero;
            }

            _last = value;
            if (_pace!.Elapsed - _written >= Interval)
            {
                _written = _pace.Elapsed;
                output.Message($"{value.Step}: {_pace.Describe(value)}");
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            Finish();
        }
    }

    private void Finish()
    {
        if (_last is { } last)
        {
            var counted = last.Unit.Length > 0 ? $"{last.Done:N0} {last.Unit} in " : "";
            output.Message($"{last.Step}: {counted}{Pace.Duration(_pace!.Elapsed)}");
            _last = null;
        }
    }
}
