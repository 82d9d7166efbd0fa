using System.Globalization;
using Analytics.Jobs.Cli;
using Analytics.Jobs.Cli.Progress;
using Analytics.Storage.Warehouse.Ledgers;

namespace Analytics.Jobs.Scheduling.Listing;

/// <summary>Executions as <c>jobs history</c> shows them.</summary>
internal static class ExecutionTable
{
    /// <summary>Prints executions.</summary>
    public static void Print(CommandContext context, IReadOnlyList<JobExecution> executions, bool json, bool steps)
    {
        if (json)
        {
            context.Output.Json(executions.Select(Shape));
            return;
        }

        var table = new TextTable("began", "job", "why", "try", "came of it", "took", "summary");
        foreach (var e in executions)
        {
            var took = e.FinishedAt is { } end ? Pace.Duration(end - e.StartedAt) : "";
            table.Add(
                JobListing.Local(context, new DateTimeOffset(e.StartedAt)),
                e.Job,
                e.Cause,
                e.Attempt.ToString(CultureInfo.InvariantCulture),
                e.ErrorCode is null ? e.Status : $"{e.Status} {e.ErrorCode}",
                took,
                e.Status == JobExecution.Running ? e.Step : e.Summary);
            foreach (var line in steps ? Steps(e) : [])
            {
                table.Add("", "", "", "", "", "", line);
            }
        }

        foreach (var line in table.Lines())
        {
            context.Output.Result(line);
        }
    }

    /// <summary>An execution as JSON shows it.</summary>
    public static object Shape(JobExecution e) => new
    {
        e.Id,
        e.Job,
        e.Kind,
        e.Cause,
        e.Worker,
        e.Attempt,
        e.Status,
        e.Step,
        e.StartedAt,
        e.FinishedAt,
        e.Summary,
        e.Counts,
        Steps = e.Steps.Select(s => new { Step = s.Key, Milliseconds = s.Value }),
        e.Runs,
        e.ErrorCode,
    };

    private static IEnumerable<string> Steps(JobExecution e) =>
    [
        .. e.Runs.Select(run => $"  run {run}"),
        .. e.Steps.Select(s => string.Create(CultureInfo.InvariantCulture, $"  {s.Key} {s.Value:N0} ms")),
        .. e.Counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"  {c.Key} {c.Value:N0}")),
    ];
}
