using Analytics.Core.Settings;
using Analytics.Jobs.Configuration.Delivery;
using Analytics.Jobs.Scheduling.Definitions;
using Analytics.Pipeline.CrossTabs;
using Analytics.Storage.Warehouse.Engines;

namespace Analytics.Jobs.Configuration;

/// <summary>Everything the program can be told, read and validated once at start. The initial values are the documented defaults.</summary>
public sealed record AnalyticsOptions
{
    /// <summary>Engine of the warehouse.</summary>
    public WarehouseProvider WarehouseProvider { get; init; } = WarehouseProvider.Sqlite;

    /// <summary>Connection string of a warehouse on a server; never shown.</summary>
    public string WarehouseConnectionString { get; init; } = "";

    /// <summary>File that holds the password of a warehouse on a server, alone on its first line; empty where there is none.</summary>
    public string WarehousePasswordFile { get; init; } = "";

    /// <summary>Environment variable that holds the password where <see cref="WarehousePasswordFile"/> is empty.</summary>
    public string WarehousePasswordEnvironment { get; init; } = "ANALYTICS_WAREHOUSE_PASSWORD";

    /// <summary>Path of the embedded warehouse's file, relative to the working directory.</summary>
    public string WarehousePath { get; init; } = "analytics-data/warehouse.db";

    /// <summary>Where cross-tabs are counted.</summary>
    public CrossTabChoice CrossTabs { get; init; } = CrossTabChoice.Auto;

    /// <summary>How long a second writer waits for the warehouse before it gives up and names the holder.</summary>
    public TimeSpan LockWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Folder reports are published under.</summary>
    public string OutputFolder { get; init; } = "out";

    /// <summary>Language of reports: <c>zh-CN</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "zh-CN";

    /// <summary>File the pseudonym key is kept in where ANALYTICS_PSEUDONYM_KEY is not set; made at the first import, readable by its owner only.</summary>
    public string KeyFile { get; init; } = "analytics-data/pseudonym.key";

    /// <summary>The sources data are pulled from, in the order of the configuration.</summary>
    public IReadOnlyList<Pipeline.Pull.SourceDefinition> Sources { get; init; } = [];

    /// <summary>What a study is told.</summary>
    public StudySettings Study { get; init; } = new();

    /// <summary>Where the schedule is kept and how it is run.</summary>
    public SchedulerSettings Scheduler { get; init; } = new();

    /// <summary>The jobs, scheduled or not.</summary>
    public IReadOnlyList<JobDefinition> Jobs { get; init; } = JobDefinition.Defaults;

    /// <summary>Who gets which report by which way.</summary>
    public DeliveryOptions Delivery { get; init; } = new();

    /// <summary>Bands of every numeric column, whether or not the report segments by it: <c>segment --by</c> falls back to them.</summary>
    public IReadOnlyList<Core.CrossTabs.BandSet> Bands { get; init; } = StudyColumns.DefaultBands;
}
