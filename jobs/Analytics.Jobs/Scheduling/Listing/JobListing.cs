using System.Globalization;
using Analytics.Core;
using Analytics.Jobs.Cli;
using Analytics.Jobs.Configuration;
using Analytics.Jobs.Scheduling.Definitions;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Ledgers;

namespace Analytics.Jobs.Scheduling.Listing;

/// <summary>The jobs as configured, as the store has them, and as they last ran.</summary>
internal static class JobListing
{
    /// <summary>Reads every job.</summary>
    public static async Task<IReadOnlyList<ListedJob>> Read(CommandContext context)
    {
        var settings = context.Options.Scheduler;
        await using var schedule = settings.IsEmbedded && !File.Exists(settings.Path) ? null : await StoredSchedule.Open(settings).ConfigureAwait(false);
        using var warehouse = WarehouseDatabase.Exists(context.Options.Warehouse()) ? context.OpenWarehouse() : null;
        var listed = new List<ListedJob>();
        foreach (var job in context.Options.Jobs)
        {
            var last = warehouse?.Runs.Executions(DateTime.UnixEpoch, job.Name, 1) is [var newest] ? newest.At(context.Time.GetUtcNow().UtcDateTime) : null;
            var stored = schedule is null ? null : await schedule.Find(job.Name).ConfigureAwait(false);
            listed.Add(Listed(context, job, stored, last));
        }

        return listed;
    }

    /// <summary>Prints the jobs.</summary>
    public static void Print(CommandContext context, IReadOnlyList<ListedJob> jobs, bool json)
    {
        if (json)
        {
            context.Output.Json(jobs);
            return;
        }

        var table = new TextTable("job", "kind", "schedule", "zone", "state", "next", "last", "came of it");
        foreach (var job in jobs)
        {
            table.Add(job.Name, job.Kind, job.Cron, job.TimeZone, job.State, Local(context, job.Next), Local(context, job.LastStartedAt), job.LastStatus ?? "");
        }

        foreach (var line in table.Lines())
        {
            context.Output.Result(line);
        }
    }

    /// <summary>Pauses or resumes a job in the store, whichever process runs it.</summary>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="AnalyticsException">AN6009: it is not in the store.</exception>
    public static async Task<bool> Change(CommandContext context, JobDefinition job, Func<StoredSchedule, string, Task<bool>> change)
    {
        JobStore.MakeFolder(context.Options.Scheduler);
        await using var schedule = await StoredSchedule.Open(context.Options.Scheduler).ConfigureAwait(false);
        return await schedule.Find(job.Name).ConfigureAwait(false) is null
            ? throw new AnalyticsException(
                "AN6009",
                $"Job '{job.Name}' is not scheduled{(job.Enabled ? " yet" : ", since Jobs:" + job.Name + ":Enabled is false")}.",
                "'analytics serve' schedules the enabled jobs when it starts.",
                FaultKind.Usage)
            : await change(schedule, job.Name).ConfigureAwait(false);
    }

    /// <summary>A moment in the report's zone, or nothing.</summary>
    public static string Local(CommandContext context, DateTimeOffset? moment)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(context.Options.Study.TimeZone);
        return moment is { } at ? TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : "";
    }

    private static ListedJob Listed(CommandContext context, JobDefinition job, StoredJob? stored, JobExecution? last)
    {
        var zone = job.TimeZone.Length > 0 ? job.TimeZone : context.Options.Study.TimeZone;
        var state = !job.Enabled ? "off" : stored is null ? "not started" : stored.State;
        var isChanged = stored is not null && stored.Schedule != ScheduleSync.Describe(job, context.Options.Study.TimeZone);
        var next = stored?.Next ?? new CronSchedule(job.Cron, TimeZoneInfo.FindSystemTimeZoneById(zone)).After(context.Time.GetUtcNow());
        return new ListedJob(
            job.Name,
            job.Kind.ToString(),
            job.Cron,
            zone,
            isChanged ? state + " (changed; restart serve)" : state,
            job.Enabled ? next : null,
            last is null ? null : new DateTimeOffset(last.StartedAt),
            last?.Status,
            last?.Summary);
    }
}
