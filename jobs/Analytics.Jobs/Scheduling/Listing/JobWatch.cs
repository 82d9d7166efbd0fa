using Analytics.Jobs.Cli;
using Analytics.Jobs.Cli.Progress;
using Analytics.Storage.Warehouse.Ledgers;

namespace Analytics.Jobs.Scheduling.Listing;

/// <summary>Follows the jobs through the ledger: a line for each that begins, moves on or ends.</summary>
internal static class JobWatch
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LookedBack = TimeSpan.FromDays(2);

    /// <summary>Follows until cancelled, or shows what runs now.</summary>
    public static void Run(CommandContext context, RunLedger ledger, bool once, bool json)
    {
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        var isFirst = true;
        do
        {
            var now = context.Time.GetUtcNow().UtcDateTime;
            var seen = ledger.Executions(now - LookedBack).Select(e => e.At(now)).Reverse().ToList();
            var shown = seen.Where(e => isFirst ? e.Status == JobExecution.Running : told.GetValueOrDefault(e.Id) != State(e)).ToList();
            Show(context, shown, now, json);
            foreach (var execution in seen)
            {
                told[execution.Id] = State(execution);
            }

            if (isFirst && shown.Count == 0)
            {
                context.Output.Message(once ? "nothing is running" : "nothing is running; waiting (Ctrl+C ends)");
            }

            isFirst = false;
        }
        while (!once && !context.Cancellation.WaitHandle.WaitOne(Pause));
    }

    private static string State(JobExecution e) => $"{e.Status} {e.Step}";

    private static void Show(CommandContext context, IReadOnlyList<JobExecution> executions, DateTime now, bool json)
    {
        foreach (var e in executions)
        {
            if (json)
            {
                context.Output.Json(ExecutionTable.Shape(e));
                continue;
            }

            var took = Pace.Duration((e.FinishedAt ?? now) - e.StartedAt);
            context.Output.Result(
                $"{JobListing.Local(context, new DateTimeOffset(now))}  {e.Job}  {(e.Status == JobExecution.Running ? e.Step : e.Status)}  {took}  "
                    + $"{(e.Status == JobExecution.Running ? e.Worker : e.Summary)}");
        }
    }
}
