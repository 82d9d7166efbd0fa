using Analytics.Core;
using Analytics.Jobs.Scheduling.Definitions;
using Analytics.Storage.Warehouse.Engines;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Analytics.Jobs.Scheduling;

/// <summary>The scheduler over the configured store, for the process that runs the jobs and for commands that only look or pause.</summary>
internal static class JobStore
{
    /// <summary>Group of every job and trigger of this program.</summary>
    public const string Group = "analytics";

    private const string TablePrefix = "qrtz_";
    private const int LongestReason = 240;
    private static readonly TimeSpan MisfireThreshold = TimeSpan.FromSeconds(60);

    /// <summary>Adds the scheduler to the services of a process; alike for every process, so that they agree on the store.</summary>
    public static void Add(IServiceCollection services, SchedulerSettings settings) => services.AddQuartz(quartz => Configure(quartz, settings));

    private static void Configure(IQuartzBuilder quartz, SchedulerSettings settings) => quartz
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
    /// <exception cref="AnalyticsException">AN6004: it cannot be opened. AN6010: another version made it.</exception>
    public static async Task<ServiceProvider> Open(SchedulerSettings settings)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System);
        Add(services, settings);
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
            throw await Unusable(settings, fault).ConfigureAwait(false);
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

    /// <summary>The coded fault for a store that does not open: AN6010 where another version made it, else AN6004.</summary>
    public static async Task<AnalyticsException> Unusable(SchedulerSettings settings, Exception fault) =>
        await Lacking(settings).ConfigureAwait(false) is { Count: > 0 } lacking
        ? new JobStoreVersionException(
            $"The job store '{settings}' was made by another version of the scheduler: it lacks {string.Join(", ", lacking.Take(3))}"
                + $"{(lacking.Count > 3 ? $" and {lacking.Count - 3} more columns" : "")}.",
            settings.IsEmbedded
                ? "The next start of 'analytics serve' sets it aside and makes a new one: schedules come from the configuration, and what was missed is "
                    + "made up for from the warehouse's history."
                : "End every 'analytics serve' that shares it, then drop its tables (qrtz_*), or name an empty database in Scheduler:ConnectionString: "
                    + "the next start makes them anew. Schedules come from the configuration, and what was missed is made up for from the warehouse's history.",
            fault)
        : new AnalyticsException(
            "AN6004",
            $"The job store '{settings}' cannot be used: {Short(fault.Message)}.",
            settings.IsEmbedded
                ? "Look at the file and its folder's permissions. It may be moved away: schedules come from the configuration, and what was missed is "
                    + "made up for from the warehouse's history."
                : "Check that the server runs, Scheduler:ConnectionString, and the rights of its user.",
            inner: fault);

    /// <summary>Columns a store of this version has and this one's tables lack; none where it holds no tables of a scheduler, or cannot be looked at.</summary>
    private static async Task<IReadOnlyList<string>> Lacking(SchedulerSettings settings)
    {
        var there = TableShape.Read(
            Enum.Parse<WarehouseProvider>(settings.Provider),
            settings.IsEmbedded ? $"Data Source={Path.GetFullPath(settings.Path)};Mode=ReadOnly;Pooling=False" : settings.ConnectionString,
            TablePrefix);
        if (there.Count == 0)
        {
            return [];
        }

        var folder = Directory.CreateTempSubdirectory("analytics-jobs-").FullName;
        try
        {
            var sample = new SchedulerSettings { Path = Path.Combine(folder, "jobs.db") };
            await using (await Open(sample).ConfigureAwait(false))
            {
                return [.. TableShape.Read(WarehouseProvider.Sqlite, $"Data Source={sample.Path};Mode=ReadOnly;Pooling=False", TablePrefix)
                    .Where(table => there.Contains(table.Key))
                    .SelectMany(table => table.Except(there[table.Key]).Select(column => $"{table.Key}.{column}"))];
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

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
            cluster.CheckinInterval = TimeSpan.FromTicks(
                Math.Max(TimeSpan.FromSeconds(1).Ticks, Math.Min(settings.Lease.Ticks / 4, TimeSpan.FromSeconds(10).Ticks)));
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
