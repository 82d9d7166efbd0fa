using Analytics.Core;
using Analytics.Jobs.Scheduling.Definitions;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Analytics.Jobs.Scheduling;

/// <summary>The schedule as the store has it, for commands that look or pause, whichever process runs the jobs.</summary>
internal sealed class StoredSchedule : IAsyncDisposable
{
    private readonly ServiceProvider _provider;
    private readonly IScheduler _scheduler;

    private StoredSchedule(ServiceProvider provider, IScheduler scheduler) => (_provider, _scheduler) = (provider, scheduler);

    /// <summary>Opens it; an embedded store that is not there yet is made.</summary>
    /// <exception cref="AnalyticsException">AN6004: it cannot be opened. AN6010: another version made it.</exception>
    public static async Task<StoredSchedule> Open(SchedulerSettings settings)
    {
        var provider = await JobStore.Open(settings).ConfigureAwait(false);
        return new StoredSchedule(provider, await provider.GetRequiredService<ISchedulerFactory>().GetScheduler().ConfigureAwait(false));
    }

    /// <summary>What the store has of a job; null where it is not scheduled.</summary>
    public async Task<StoredJob?> Find(string job)
    {
        var key = Key(job);
        if (await _scheduler.GetTrigger(key).ConfigureAwait(false) is not { } trigger)
        {
            return null;
        }

        var state = await _scheduler.GetTriggerState(key).ConfigureAwait(false) switch
        {
            TriggerState.Paused => "paused",
            TriggerState.Executing or TriggerState.Blocked => "running",
            TriggerState.Error => "error",
            _ => "waiting",
        };
        return new StoredJob(state, trigger.Description, trigger.NextFireTimeUtc);
    }

    /// <summary>Pauses a job.</summary>
    /// <returns>Whether anything changed.</returns>
    public async Task<bool> Pause(string job) => await _scheduler.PauseTrigger(Key(job)).ConfigureAwait(false);

    /// <summary>Resumes a job.</summary>
    /// <returns>Whether anything changed.</returns>
    public async Task<bool> Resume(string job) => await _scheduler.ResumeTrigger(Key(job)).ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    private static TriggerKey Key(string job) => new(job, JobStore.Group);
}
