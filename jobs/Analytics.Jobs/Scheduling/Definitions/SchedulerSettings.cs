namespace Analytics.Jobs.Scheduling.Definitions;

/// <summary>Where the schedule is kept and how <c>analytics serve</c> runs it. The initial values are the documented defaults.</summary>
public sealed record SchedulerSettings
{
    /// <summary>Word that stands for none where blank stands for the default.</summary>
    public const string None = "none";

    /// <summary>Engine of the job store: <c>Sqlite</c> for one process, <c>PostgreSql</c> or <c>SqlServer</c> for several that share the jobs.</summary>
    public string Provider { get; init; } = "Sqlite";

    /// <summary>File of the embedded job store.</summary>
    public string Path { get; init; } = "analytics-data/jobs.db";

    /// <summary>Connection string of a job store on a server, password included. Never shown or logged.</summary>
    public string ConnectionString { get; init; } = "";

    /// <summary>Jobs that run at the same time in one process.</summary>
    public int Workers { get; init; } = 2;

    /// <summary>Without a sign of life for so long, a worker is taken to be dead and its run is taken over.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long running jobs may go on once the process is told to end.</summary>
    public TimeSpan StopDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Address of <c>/healthz</c>, <c>/readyz</c> and <c>/metrics</c>; empty for none.</summary>
    public string Url { get; init; } = "http://127.0.0.1:5080";

    /// <summary>Logs as <c>text</c> or <c>json</c>.</summary>
    public string LogFormat { get; init; } = "text";

    /// <summary>Whether one process alone may use the store.</summary>
    public bool IsEmbedded => Provider == "Sqlite";

    /// <summary>The settings without the connection string.</summary>
    public override string ToString() => IsEmbedded ? Path : Provider;
}
