using System.CommandLine;
using Analytics.Core;
using Analytics.Jobs.Cli.Progress;
using Analytics.Jobs.Hosting;
using Analytics.Jobs.Scheduling;
using Analytics.Jobs.Scheduling.Definitions;
using Analytics.Jobs.Scheduling.Listing;
using Analytics.Jobs.Scheduling.Work;
using Microsoft.Extensions.Logging.Abstractions;

namespace Analytics.Jobs.Cli.Commands;

/// <summary><c>analytics jobs</c>: the schedule, and what came of it.</summary>
internal static class JobsCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Create() =>
        new("jobs", "Lists, runs, pauses and watches the scheduled jobs.") { List(), Run(), Pause(), Resume(), History(), Watch() };

    private static ExampleCommand List()
    {
        var json = GlobalOptions.Json();
        var command = new ExampleCommand(
            "list",
            "Lists the jobs: schedule, state, next and last execution.",
            "analytics jobs list",
            "analytics jobs list --json") { json };
        return command.Does(async (parsed, context) =>
        {
            JobListing.Print(context, await JobListing.Read(context).ConfigureAwait(false), parsed.GetValue(json));
            return ExitCodes.Done;
        });
    }

    private static ExampleCommand Run()
    {
        var (name, json) = (Name(), GlobalOptions.Json());
        var period = new Option<string?>("--period")
        {
            Description = "The one period a report or deliver job shall look at; those that are due where not given.",
            HelpName = "period",
        };
        var command = new ExampleCommand(
            "run",
            "Runs a job once, here and now, whether or not it is scheduled. What was done before is not done twice.",
            "analytics jobs run weekly",
            "analytics jobs run weekly --period 2026-W46 --json") { name, period, json };
        return command.Does((parsed, context) =>
        {
            var job = Find(context, parsed.GetValue(name)!);
            var label = parsed.GetValue(period) is { } text ? Core.Periods.ReportPeriod.Parse(text, context.Options.Study.WeekStart).ToString() : null;
            using var metrics = new JobMetrics();
            var runner = new JobRunner(context.Options, context.Time, NullLogger<JobRunner>.Instance, metrics);
            var execution = ProgressDisplay.Run(context, progress => runner.Run(
                job, "person", 1, context.Cancellation, step => progress.Report(new StepProgress($"{job.Name}: {step}")), label));
            if (parsed.GetValue(json))
            {
                context.Output.Json(ExecutionTable.Shape(execution));
            }
            else
            {
                context.Output.Result(execution.Summary);
            }

            return ExitCodes.Done;
        });
    }

    private static ExampleCommand Pause()
        => Change("pause", "Pauses a job: it is not started until it is resumed. What runs goes on.", (schedule, job) => schedule.Pause(job), "paused");

    private static ExampleCommand Resume()
        => Change(
            "resume",
            "Resumes a paused job; times missed meanwhile are treated as its misfire rule says.",
            (schedule, job) => schedule.Resume(job),
            "resumed");

    private static ExampleCommand Change(string word, string description, Func<StoredSchedule, string, Task<bool>> change, string done)
    {
        var name = Name();
        var command = new ExampleCommand(word, description, $"analytics jobs {word} weekly") { name };
        return command.Does(async (parsed, context) =>
        {
            var job = Find(context, parsed.GetValue(name)!);
            var changed = await JobListing.Change(context, job, change).ConfigureAwait(false);
            context.Output.Message(changed ? $"{job.Name} is {done}" : $"{job.Name} was {done} already");
            return ExitCodes.Done;
        });
    }

    private static ExampleCommand History()
    {
        var (name, json) = (
            new Argument<string?>("job") { Description = "Name of a job; all where not given.", Arity = ArgumentArity.ZeroOrOne },
            GlobalOptions.Json());
        var limit = new Option<int>("--limit") { Description = "Executions at most.", DefaultValueFactory = _ => 20 };
        var steps = new Option<bool>("--steps") { Description = "Shows how long each step took, and the counts." };
        var command = new ExampleCommand(
            "history",
            "Lists what was executed, newest first.",
            "analytics jobs history",
            "analytics jobs history weekly --steps",
            "analytics jobs history --limit 5 --json") { name, limit, steps, json };
        return command.Does((parsed, context) =>
        {
            var job = parsed.GetValue(name) is { } asked ? Find(context, asked).Name : "";
            using var warehouse = context.OpenExistingWarehouse();
            var now = context.Time.GetUtcNow().UtcDateTime;
            var executions = warehouse.Runs.Executions(DateTime.UnixEpoch, job, parsed.GetValue(limit)).Select(e => e.At(now)).ToList();
            ExecutionTable.Print(context, executions, parsed.GetValue(json), parsed.GetValue(steps));
            return ExitCodes.Done;
        });
    }

    private static ExampleCommand Watch()
    {
        var (once, json) = (new Option<bool>("--once") { Description = "Shows what runs now and ends." }, GlobalOptions.Json());
        var command = new ExampleCommand(
            "watch",
            "Shows what the jobs are doing, on whatever worker, until Ctrl+C.",
            "analytics jobs watch",
            "analytics jobs watch --once --json") { once, json };
        return command.Does((parsed, context) =>
        {
            using var warehouse = context.OpenExistingWarehouse();
            JobWatch.Run(context, warehouse.Runs, parsed.GetValue(once), parsed.GetValue(json));
            return ExitCodes.Done;
        });
    }

    private static Argument<string> Name() => new("job") { Description = "Name of a job, as 'analytics jobs list' shows it." };

    private static JobDefinition Find(CommandContext context, string name)
    {
        var names = context.Options.Jobs.Select(j => j.Name).ToList();
        return context.Options.Jobs.FirstOrDefault(j => j.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new AnalyticsException(
                "AN6007", $"There is no job '{name}'.{NearestName.Hint(name, names)}", $"Jobs are {string.Join(", ", names)}.", FaultKind.Usage);
    }
}
