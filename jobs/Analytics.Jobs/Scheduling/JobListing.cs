using System.Globalization;
using Analytics.Core;
using Analytics.Jobs.Cli;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Ledgers;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Analytics.Jobs.Scheduling;

/// <summary>The jobs as configured, as the store has them, and as they last ran.</summary>
internal static class JobListing
{
    /// <summary>Reads every job.</summary>
    public static async Task<IReadOnlyList<ListedJob>> Read(CommandContext context)
    {
        var settings = context.Options.Scheduler;
        await using var provider = settings.IsEmbedded && !File.Exists(settings.Path) ? null : await JobStore.Open(settings).ConfigureAwait(false);
        var scheduler = provider is null ? null : await provider.GetRequiredService<ISchedulerFactory>().GetScheduler().ConfigureAwait(false);
        using var warehouse = WarehouseIfAny(context);
        var listed = new List<ListedJob>();
        foreach (var job in context.Options.Jobs)
        {
            var last = warehouse?.Runs.Executions(DateTime.UnixEpoch, job.Name, 1) is [var newest] ? newest.At(context.Time.GetUtcNow().UtcDateTime) : null;
            listed.Add(await Read(context, job, scheduler, last).ConfigureAwait(false));
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
    public static async Task<bool> Change(CommandContext context, JobDefinition job, Func<IScheduler, TriggerKey, ValueTask<bool>> change)
    {
        var key = new TriggerKey(job.Name, JobStore.Group);
        JobStore.MakeFolder(context.Options.Scheduler);
        await using var provider = await JobStore.Open(context.Options.Scheduler).ConfigureAwait(false);
        var scheduler = await provider.GetRequiredService<ISchedulerFactory>().GetScheduler().ConfigureAwait(false);
        return await scheduler.GetTrigger(key).ConfigureAwait(false) is null
            ? throw new AnalyticsException("AN6009", $"Job '{job.Name}' is not scheduled{(job.Enabled ? " yet" : ", since Jobs:" + job.Name + ":Enabled is false")}.", "'analytics serve' schedules the enabled jobs when it starts.", FaultKind.Usage)
            : await change(scheduler, key).ConfigureAwait(false);
    }

    /// <summary>A moment in the report's zone, or nothing.</summary>
    public static string Local(CommandContext context, DateTimeOffset? moment) => moment is { } at
        ? TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(context.Options.Study.TimeZone)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
        : "";

    private static async Task<ListedJob> Read(CommandContext context, JobDefinition job, IScheduler? scheduler, JobExecution? last)
    {
        var zone = job.TimeZone.Length > 0 ? job.TimeZone : context.Options.Study.TimeZone;
        var key = new TriggerKey(job.Name, JobStore.Group);
        var trigger = scheduler is null ? null : await scheduler.GetTrigger(key).ConfigureAwait(false);
        var state = !job.Enabled ? "off"
            : trigger is null ? "not started"
            : await scheduler!.GetTriggerState(key).ConfigureAwait(false) switch { TriggerState.Paused => "paused", TriggerState.Executing or TriggerState.Blocked => "running", TriggerState.Error => "error", _ => "waiting" };
        var isChanged = trigger is not null && trigger.Description != ScheduleSync.Describe(job, context.Options.Study.TimeZone);
        return new ListedJob(
            job.Name,
            job.Kind.ToString(),
            job.Cron,
            zone,
            isChanged ? state + " (changed; restart serve)" : state,
            state == "off" ? null : trigger?.NextFireTimeUtc ?? new CronExpression(job.Cron, TimeZoneInfo.FindSystemTimeZoneById(zone)).GetNextValidTimeAfter(context.Time.GetUtcNow()),
            last is null ? null : new DateTimeOffset(last.StartedAt),
            last?.Status,
            last?.Summary);
    }

    private static WarehouseDatabase? WarehouseIfAny(CommandContext context)
    {
        try
        {
            return context.OpenExistingWarehouse();
        }
        catch (AnalyticsException fault) when (fault.Code == "AN1014")
        {
            return null;
        }
    }
}
