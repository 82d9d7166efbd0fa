using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;

namespace Analytics.Jobs.Scheduling;

/// <summary>A job as it is configured under <c>Jobs:&lt;name&gt;</c>. The initial values are the documented defaults.</summary>
/// <param name="Name">Name of the job.</param>
/// <param name="Kind">What it does.</param>
public sealed record JobDefinition(string Name, JobKind Kind)
{
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

    /// <summary>Sources pulled from: names, <c>*</c> for all, empty for none. Of pull and report jobs.</summary>
    public string Sources { get; init; } = "*";

    /// <summary>Length of the reported period. Of report jobs.</summary>
    public PeriodKind Period { get; init; } = PeriodKind.Week;

    /// <summary>Filters of the report; empty for the whole base. Of report jobs.</summary>
    public IReadOnlyList<Filter> Scope { get; init; } = [];

    /// <summary>Language of the report; empty for <c>Report:Language</c>. Of report jobs.</summary>
    public string Language { get; init; } = "";

    /// <summary>Periods before the last one that are looked at again for late data. Of report jobs.</summary>
    public int ReopenPeriods { get; init; } = 4;

    /// <summary>Whether what is published is delivered. Of report jobs.</summary>
    public bool Deliver { get; init; } = true;

    /// <summary>Report job whose publications are delivered. Of deliver jobs.</summary>
    public string Report { get; init; } = "weekly";

    /// <summary>Age in days from which complaint texts are deleted; 0 keeps them. Of maintain jobs.</summary>
    public int KeepTextDays { get; init; }

    /// <summary>Age in days from which complaint and survey rows are deleted; 0 keeps them. Of maintain jobs.</summary>
    public int KeepRowsDays { get; init; }

    /// <summary>Age in days from which the history of executions is deleted. Of maintain jobs.</summary>
    public int KeepHistoryDays { get; init; } = 400;

    /// <summary>Versions kept of every period and scope; 0 keeps all. Of maintain jobs.</summary>
    public int KeepVersions { get; init; }

    /// <summary>The jobs there are where nothing is configured: a Monday report, its monthly sister (off), an hourly pull, upkeep on Sunday night.</summary>
    public static IReadOnlyList<JobDefinition> Defaults { get; } =
    [
        new("weekly", JobKind.Report),
        new("monthly", JobKind.Report) { Enabled = false, Cron = "0 30 6 1 * ?", Period = PeriodKind.Month, ReopenPeriods = 1 },
        new("pull", JobKind.Pull) { Cron = "0 30 * * * ?", Timeout = TimeSpan.FromMinutes(240), Misfire = MisfireRule.Skip },
        new("maintain", JobKind.Maintain) { Cron = "0 0 3 ? * SUN", Retries = 1 },
    ];

    /// <summary>What a job of a kind is where its own settings say nothing.</summary>
    public static JobDefinition Default(string name, JobKind kind) => Defaults.FirstOrDefault(d => d.Name == name && d.Kind == kind)
        ?? (kind == JobKind.Deliver ? new(name, kind) { Cron = "0 0 8 ? * MON" } : Defaults.First(d => d.Kind == kind) with { Name = name, Enabled = true });
}
