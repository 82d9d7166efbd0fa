using Spectre.Console;

namespace Analytics.Jobs.Cli.Progress;

/// <summary>Progress for a person at a terminal: one bar a step with rows, rate and time left.</summary>
/// <param name="context">Live display.</param>
/// <param name="time">Clock.</param>
internal sealed class BarProgress(ProgressContext context, TimeProvider time) : IProgress<StepProgress>
{
    private readonly Lock _gate = new();
    private ProgressTask? _task;
    private string _step = "";
    private Pace? _pace;

    /// <inheritdoc/>
    public void Report(StepProgress value)
    {
        lock (_gate)
        {
            if (_task is null || _step != value.Step)
            {
                Finish();
                _step = value.Step;
                _pace = new Pace(time);
                _task = context.AddTask(Markup.Escape(value.Step), maxValue: 1);
            }

            _task.IsIndeterminate = value.Total is null;
            _task.Value = value.Total is { } total and > 0 ? Math.Min(1, value.Done / (double)total) : 0;
            _task.Description = Markup.Escape($"{value.Step}: {_pace!.Describe(value)}");
        }
    }

    /// <summary>Fills the bar of the step that is under way.</summary>
    public void Finish()
    {
        lock (_gate)
        {
            if (_task is { } task)
            {
                task.IsIndeterminate = false;
                task.Value = 1;
                task.StopTask();
            }
        }
    }
}
