using System.Globalization;
using Analytics.Jobs.Configuration;
using Analytics.Jobs.Hosting;
using Analytics.Jobs.Scheduling.Definitions;
using Analytics.Storage.Warehouse.Ledgers;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Analytics.Jobs.Scheduling;

/// <summary>Makes the store say what the configuration says. What is unchanged is left alone, so that a missed time stays missed and is made up for.</summary>
/// <param name="scheduler">The scheduler, not started yet.</param>
/// <param name="options">Configuration.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Told every change.</param>
internal sealed class ScheduleSync(IScheduler scheduler, AnalyticsOptions options, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan HistoryLooked = TimeSpan.FromDays(400);
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    /// <summary>Stores what is missing or changed, and takes out what is configured no more.</summary>
    /// <param name="ledger">Tells when a job ran last, where the store does not know it yet.</param>
    public async Task Run(RunLedger ledger)
    {
        foreach (var job in options.Jobs)
        {
            if (job.Enabled)
            {
                await Store(job, ledger).ConfigureAwait(false);
            }
        }

        var keep = options.Jobs.Where(j => j.Enabled).Select(j => j.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var key in await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(JobStore.Group)).ConfigureAwait(false))
        {
            if (!keep.Contains(key.Name))
            {
                await scheduler.DeleteJob(key).ConfigureAwait(false);
                log.Unscheduled(key.Name);
            }
        }
    }

    /// <summary>What a schedule is, in a line: stored beside the trigger, and compared to see whether it has changed.</summary>
    public static string Describe(JobDefinition job, string reportZone) => string.Create(
        CultureInfo.InvariantCulture,
        $"{job.Kind} '{job.Cron}' {(job.TimeZone.Length > 0 ? job.TimeZone : reportZone)} {job.Misfire}, {job.Retries} retries after "
            + $"{job.RetryBackoff.TotalSeconds} s");

    private async Task Store(JobDefinition job, RunLedger ledger)
    {
        var (jobKey, triggerKey) = (new JobKey(job.Name, JobStore.Group), new TriggerKey(job.Name, JobStore.Group));
        var description = Describe(job, options.Study.TimeZone);
        var stored = await scheduler.GetTrigger(triggerKey).ConfigureAwait(false);
        if (stored?.Description == description)
        {
            return;
        }

        var isPaused = stored is not null && await scheduler.GetTriggerState(triggerKey).ConfigureAwait(false) == TriggerState.Paused;
        var missed = stored is null ? Missed(job, ledger) : stored.NextFireTimeUtc < time.GetUtcNow() - Slack ? stored.NextFireTimeUtc : null;
        var detail = JobBuilder.Create().OfType(TypeOf(job)).WithIdentity(jobKey).StoreDurably().RequestRecovery().Build();
        await scheduler.ScheduleJob(detail, [Trigger(job, triggerKey, jobKey, description)], new ScheduleJobOptions { Replace = true }).ConfigureAwait(false);
        if (isPaused)
        {
            await scheduler.PauseTrigger(triggerKey).ConfigureAwait(false);
        }
        else if (missed is { } due && job.Misfire == MisfireRule.CatchUpOnce)
        {
            await CatchUp(job, jobKey, due).ConfigureAwait(false);
        }

        log.Scheduled(job.Name, description, (await scheduler.GetTrigger(triggerKey).ConfigureAwait(false))?.NextFireTimeUtc);
    }

    private ITrigger Trigger(JobDefinition job, TriggerKey triggerKey, JobKey jobKey, string description)
    {
        var schedule = CronScheduleBuilder.Create(job.Cron).InTimeZone(Zone(job))
            .WithMisfireInstruction(
                job.Misfire == MisfireRule.CatchUpOnce ? CronTriggerMisfireInstruction.FireAndProceed : CronTriggerMisfireInstruction.DoNothing);
        return TriggerBuilder.Create(time).WithIdentity(triggerKey).ForJob(jobKey).WithDescription(description).WithSchedule(schedule)
            .WithRetryPolicy(Retries(job)).StartAt(time.GetUtcNow()).Build();
    }

    /// <summary>What was missed under a schedule the store no longer has, or never had, is made up for by a trigger of its own.</summary>
    private async Task CatchUp(JobDefinition job, JobKey jobKey, DateTimeOffset due)
    {
        var key = new TriggerKey(job.Name + ".missed", JobStore.Group);
        await scheduler.UnscheduleJob(key).ConfigureAwait(false);
        await scheduler.ScheduleJob(
            TriggerBuilder.Create(time).WithIdentity(key).ForJob(jobKey).UsingJobData(ScheduledExecution.CauseKey, "missed").WithRetryPolicy(Retries(job))
                .StartNow().Build())
            .ConfigureAwait(false);
        log.CaughtUp(job.Name, due);
    }

    /// <summary>The class a store names for a job.</summary>
    private static Type TypeOf(JobDefinition job) => job switch
    {
        PullJobDefinition => typeof(PullJob),
        ReportJobDefinition => typeof(ReportJob),
        DeliverJobDefinition => typeof(DeliverJob),
        _ => typeof(MaintainJob),
    };

    private static RetryPolicy Retries(JobDefinition job) => job.Retries == 0 ? RetryPolicy.None : RetryPolicy.Exponential(job.Retries, job.RetryBackoff, 2);

    private TimeZoneInfo Zone(JobDefinition job) => TimeZoneInfo.FindSystemTimeZoneById(job.TimeZone.Length > 0 ? job.TimeZone : options.Study.TimeZone);

    /// <summary>A time the store cannot know of, since it is new: the job ran before, but not at its last time.</summary>
    private DateTimeOffset? Missed(JobDefinition job, RunLedger ledger)
    {
        var now = time.GetUtcNow();
        var due = new CronSchedule(job.Cron, Zone(job)).Before(now);
        return ledger.Executions(now.UtcDateTime - HistoryLooked, job.Name, 1) is [var last] && last.StartedAt < due?.UtcDateTime ? due : null;
    }
}
