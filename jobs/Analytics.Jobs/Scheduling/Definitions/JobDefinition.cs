namespace Analytics.Jobs.Scheduling.Definitions;

/// <summary>A job as it is configured under <c>Jobs:&lt;name&gt;</c>. The initial values are the documented defaults.</summary>
/// <param name="Name">Name of the job.</param>
public abstract record JobDefinition(string Name)
{
    /// <summary>What it does.</summary>
    public abstract JobKind Kind { get; }

    /// <summary>Whether it is scheduled. A job that is not can still be run by hand.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>When it runs: seconds, minutes, hours, day of month, month, day of week.</summary>
    public string Cron { get; init; } = "0 0 6 ? * MON";

    /// <summary>IANA zone the times are read in; empty for the report's.</summary>
    public string TimeZone { get; init; } = "";

    /// <summary>What becomes of a missed time.</summary>
    public MisfireRule Misfire { get; init; } = MisfireRule.CatchUpOnce;

    /// <summary>How long an execution may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(120);

    /// <summary>How often a failed execution is tried again before its cause is reported.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>Wait before the first retry; each further wait is twice as long.</summary>
    public TimeSpan RetryBackoff { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>The jobs there are where nothing is configured: a Monday report, its monthly sister (off), an hourly pull, upkeep on Sunday night.</summary>
    public static IReadOnlyList<JobDefinition> Defaults { get; } =
    [
        new ReportJobDefinition("weekly"),
        new ReportJobDefinition("monthly") { Enabled = false, Cron = "0 30 6 1 * ?", Period = Core.Periods.PeriodKind.Month, ReopenPeriods = 1 },
        new PullJobDefinition("pull") { Cron = "0 30 * * * ?", Timeout = TimeSpan.FromMinutes(240), Misfire = MisfireRule.Skip },
        new MaintainJobDefinition("maintain") { Cron = "0 0 3 ? * SUN", Retries = 1 },
    ];

    /// <summary>What a job of a kind is where its own settings say nothing.</summary>
    public static JobDefinition Default(string name, JobKind kind) => Defaults.FirstOrDefault(d => d.Name == name && d.Kind == kind)
        ?? (kind == JobKind.Deliver
            ? new DeliverJobDefinition(name) { Cron = "0 0 8 ? * MON" }
            : Defaults.First(d => d.Kind == kind) with { Name = name, Enabled = true });
}
