using Analytics.Core;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Analytics.Jobs.Scheduling;

/// <summary>The scheduler over the configured store, for the process that runs the jobs and for commands that only look or pause.</summary>
internal static class JobStore
{
    /// <summary>Group of every job and trigger of this program.</summary>
    public const string Group = "analytics";

    private const int LongestReason = 240;
    private static readonly TimeSpan MisfireThreshold = TimeSpan.FromSeconds(60);

    /// <summary>Sets the scheduler up; used by every process alike, so that they agree on the store.</summary>
    public static void Configure(IQuartzBuilder quartz, SchedulerSettings settings) => quartz
        .ConfigureScheduler(o =>
        {
            o.InstanceName = "analytics";
            o.IdleWaitTime = TimeSpan.FromSeconds(5);
            o.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs;
        })
        .UseDefaultThreadPool(settings.Workers)
        .UsePersistentStore(store =>
        {
            UseDatabase(store, settings);
            store.ProvisionSchema();
            store.ConfigureStore(o =>
            {
                o.StoreJobDataAsStrings = true;
                o.MisfireThreshold = MisfireThreshold;
                o.RecoverFiringsCancelledByShutdown = true;
            });
        });

    /// <summary>Opens the store for a command that starts nothing: lists, pauses, resumes.</summary>
    /// <exception cref="AnalyticsException">AN6004: it cannot be opened.</exception>
    public static async Task<ServiceProvider> Open(SchedulerSettings settings)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System);
        services.AddQuartz(quartz => Configure(quartz, settings));
        MakeFolder(settings);
        var provider = services.BuildServiceProvider();
        try
        {
            await provider.GetRequiredService<ISchedulerFactory>().GetScheduler().ConfigureAwait(false);
            return provider;
        }
        catch (Exception fault) when (fault is not AnalyticsException)
        {
            await provider.DisposeAsync().ConfigureAwait(false);
            throw Unusable(settings, fault);
        }
    }

    /// <summary>Makes the folder of an embedded store.</summary>
    public static void MakeFolder(SchedulerSettings settings)
    {
        if (settings.IsEmbedded)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(settings.Path))!);
        }
    }

    /// <summary>The coded fault for a store that does not open.</summary>
    public static AnalyticsException Unusable(SchedulerSettings settings, Exception fault) => new(
        "AN6004",
        $"The job store '{settings}' cannot be used: {Short(fault.Message)}.",
        settings.IsEmbedded
            ? "Move the file away: schedules come from the configuration, and what was missed is made up for from the warehouse's history."
            : "Check Scheduler:ConnectionString and the rights of its user. Tables of another version (qrtz_*) may be dropped while no 'analytics serve' runs: schedules come from the configuration.",
        inner: fault);

    private static void UseDatabase(IPersistentStoreBuilder store, SchedulerSettings settings)
    {
        switch (settings.Provider)
        {
            case "PostgreSql":
                store.UsePostgres(settings.ConnectionString);
                break;
            case "SqlServer":
                store.UseSqlServer(settings.ConnectionString);
                break;
            default:
                store.UseSqlite($"Data Source={Path.GetFullPath(settings.Path)};Pooling=False");
                return;
        }

        store.UseClustering(cluster =>
        {
            cluster.CheckinInterval = TimeSpan.FromTicks(Math.Max(TimeSpan.FromSeconds(1).Ticks, Math.Min(settings.Lease.Ticks / 4, TimeSpan.FromSeconds(10).Ticks)));
            cluster.CheckinMisfireThreshold = TimeSpan.FromTicks(settings.Lease.Ticks / 2);
        });
    }

    /// <summary>The scheduler explains itself at length; its beginning says what is wrong.</summary>
    private static string Short(string message)
    {
        var line = message.ReplaceLineEndings(" ").TrimEnd('.');
        return line.Length <= LongestReason ? line : line[..(LongestReason - 1)] + "…";
    }
}
