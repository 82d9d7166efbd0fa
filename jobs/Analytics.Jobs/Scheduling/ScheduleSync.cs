using System.Globalization;
using Analytics.Jobs.Configuration;
using Analytics.Storage.Warehouse;
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
        $"{job.Kind} '{job.Cron}' {(job.TimeZone.Length > 0 ? job.TimeZone : reportZone)} {job.Misfire}, {job.Retries} retries after {job.RetryBackoff.TotalSeconds} s");

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
        var detail = JobBuilder.Create().OfType(JobKinds.TypeOf(job.Kind)).WithIdentity(jobKey).StoreDurably().RequestRecovery().Build();
        var trigger = Trigger(job, triggerKey, jobKey, description, Missed(job, ledger));
        await scheduler.ScheduleJob(detail, [trigger], new ScheduleJobOptions { Replace = true }).ConfigureAwait(false);
        if (isPaused)
        {
            await scheduler.PauseTrigger(triggerKey).ConfigureAwait(false);
        }

        log.Scheduled(job.Name, description, (await scheduler.GetTrigger(triggerKey).ConfigureAwait(false))?.NextFireTimeUtc);
    }

    private ITrigger Trigger(JobDefinition job, TriggerKey triggerKey, JobKey jobKey, string description, DateTimeOffset? missed)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(job.TimeZone.Length > 0 ? job.TimeZone : options.Study.TimeZone);
        var schedule = CronScheduleBuilder.Create(job.Cron).InTimeZone(zone)
            .WithMisfireInstruction(job.Misfire == MisfireRule.CatchUpOnce ? CronTriggerMisfireInstruction.FireAndProceed : CronTriggerMisfireInstruction.DoNothing);
        var builder = TriggerBuilder.Create(time).WithIdentity(triggerKey).ForJob(jobKey).WithDescription(description).WithSchedule(schedule)
            .WithRetryPolicy(job.Retries == 0 ? RetryPolicy.None : RetryPolicy.Exponential(job.Retries, job.RetryBackoff, 2))
            .StartAt(missed ?? time.GetUtcNow());
        return builder.Build();
    }

    /// <summary>A time the store cannot know of, since it is new or the schedule is: the job ran before, but not at its last time.</summary>
    private DateTimeOffset? Missed(JobDefinition job, RunLedger ledger)
    {
        var now = time.GetUtcNow();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(job.TimeZone.Length > 0 ? job.TimeZone : options.Study.TimeZone);
        var due = new CronExpression(job.Cron, zone).GetPreviousValidTimeBefore(now);
        var last = ledger.Executions(now.UtcDateTime - HistoryLooked, job.Name, 1) is [var newest] ? newest : null;
        if (job.Misfire != MisfireRule.CatchUpOnce || last is null || due is null || last.StartedAt >= due.Value.UtcDateTime)
        {
            return null;
        }

        log.CaughtUp(job.Name, due.Value);
        return due;
    }
}
