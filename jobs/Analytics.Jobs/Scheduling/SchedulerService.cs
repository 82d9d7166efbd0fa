using Analytics.Jobs.Cli;
using Analytics.Jobs.Configuration;
using Analytics.Jobs.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Analytics.Jobs.Scheduling;

/// <summary>
/// Runs the scheduler with the process: schedules as configured at start; at the end running jobs get their deadline, then are interrupted
/// and kept for recovery.
/// </summary>
/// <param name="factory">Makes the scheduler.</param>
/// <param name="execution">The jobs at work.</param>
/// <param name="options">Configuration.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Log.</param>
internal sealed class SchedulerService(
    ISchedulerFactory factory, ScheduledExecution execution, AnalyticsOptions options, TimeProvider time, ILogger<SchedulerService> log) : IHostedService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan PatienceAfterInterruption = TimeSpan.FromSeconds(20);
    private IScheduler? _scheduler;

    /// <summary>Whether jobs are fired.</summary>
    public bool IsReady => _scheduler?.Status == SchedulerStatus.Running;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            _scheduler = await factory.GetScheduler(cancellationToken).ConfigureAwait(false);
            _scheduler.ListenerManager.AddJobListener(execution);
            using (var warehouse = options.OpenWarehouse(time))
            {
                await new ScheduleSync(_scheduler, options, time, log).Run(warehouse.Runs).ConfigureAwait(false);
            }

            await _scheduler.Start(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is SchedulerException or System.Data.Common.DbException)
        {
            throw await JobStore.Unusable(options.Scheduler, fault).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_scheduler is not { } scheduler)
        {
            return;
        }

        await scheduler.Standby(CancellationToken.None).ConfigureAwait(false);
        log.Stopping(execution.Running, options.Scheduler.StopDeadline.TotalSeconds);
        var start = time.GetTimestamp();
        while (execution.Running > 0 && time.GetElapsedTime(start) < options.Scheduler.StopDeadline)
        {
            await Task.Delay(Pause, time, CancellationToken.None).ConfigureAwait(false);
        }

        var stopped = scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None).AsTask();
        await Task.WhenAny(stopped, Task.Delay(PatienceAfterInterruption, time, CancellationToken.None)).ConfigureAwait(false);
    }
}
