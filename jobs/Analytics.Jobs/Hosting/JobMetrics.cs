using System.Diagnostics.Metrics;
using Analytics.Storage.Warehouse.Ledgers;

namespace Analytics.Jobs.Hosting;

/// <summary>What jobs count, under the meter <c>Analytics.Jobs</c>.</summary>
internal sealed class JobMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Analytics.Jobs";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _executions;
    private readonly Histogram<double> _seconds;
    private readonly Histogram<double> _steps;
    private readonly Counter<long> _counted;

    public JobMetrics()
    {
        _executions = _meter.CreateCounter<long>("analytics_job_executions", description: "Executions that ended, by job and status");
        _seconds = _meter.CreateHistogram<double>("analytics_job_seconds", "s", "Duration of executions, by job");
        _steps = _meter.CreateHistogram<double>("analytics_step_seconds", "s", "Duration of steps, by job and step");
        _counted = _meter.CreateCounter<long>(
            "analytics_job_counts",
            description: "What executions counted: rows read and stored, reports published, messages sent");
    }

    /// <summary>Counts an execution that ended.</summary>
    public void Ended(JobExecution execution, double seconds)
    {
        var job = new KeyValuePair<string, object?>("job", execution.Job);
        _executions.Add(1, job, new("status", execution.Status));
        _seconds.Record(seconds, job);
        foreach (var (step, milliseconds) in execution.Steps)
        {
            _steps.Record(milliseconds / 1000.0, job, new("step", step));
        }

        foreach (var (what, count) in execution.Counts)
        {
            _counted.Add(count, job, new("what", what));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}
