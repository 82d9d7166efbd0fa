using System.Diagnostics;
using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Jobs.Cli;
using Analytics.Jobs.Scheduling;
using Analytics.Jobs.Scheduling.Definitions;

namespace Analytics.Jobs.Configuration;

/// <summary>Reads the sections <c>Scheduler</c> and <c>Jobs</c>.</summary>
internal static class JobReader
{
    private static readonly SchedulerSettings Unset = new();

    /// <summary>How and where the schedule is kept.</summary>
    public static SchedulerSettings ReadScheduler(SettingsReader read)
    {
        var settings = new SchedulerSettings
        {
            Provider = read.Choice("Scheduler:Provider", Unset.Provider, "Sqlite", "PostgreSql", "SqlServer"),
            Path = read.Text("Scheduler:Path", Unset.Path),
            ConnectionString = read.Text("Scheduler:ConnectionString", Unset.ConnectionString),
            Workers = read.Whole("Scheduler:Workers", Unset.Workers, 1, 64),
            Lease = TimeSpan.FromSeconds(read.Number("Scheduler:LeaseSeconds", Unset.Lease.TotalSeconds, 1, 3600)),
            StopDeadline = TimeSpan.FromSeconds(read.Number("Scheduler:StopSeconds", Unset.StopDeadline.TotalSeconds, 0, 3600)),
            Url = read.Parsed("Scheduler:Url", Unset.Url, ParseUrl),
            LogFormat = read.Choice("Scheduler:LogFormat", Unset.LogFormat, "text", "json"),
        };
        if (!settings.IsEmbedded && settings.ConnectionString.Length == 0)
        {
            read.Faults.Add(new AnalyticsException(
                "AN6001",
                $"Scheduler:Provider is {settings.Provider}, and Scheduler:ConnectionString is empty.",
                "Set the environment variable ANALYTICS__Scheduler__ConnectionString, or choose Sqlite.",
                FaultKind.Usage));
        }

        return settings;
    }

    /// <summary>Every job: those that are there by default, then the configured ones by name.</summary>
    public static IReadOnlyList<JobDefinition> ReadJobs(SettingsReader read) =>
    [
        .. JobDefinition.Defaults.Select(d => d.Name)
            .Union(read.Names("Jobs"), StringComparer.OrdinalIgnoreCase)
            .Select(name => ReadJob(read, name)),
    ];

    private static JobDefinition ReadJob(SettingsReader read, string name)
    {
        var usual = JobDefinition.Defaults.FirstOrDefault(d => d.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? JobDefinition.Default(name, JobKind.Report);
        var kind = Enum.Parse<JobKind>(read.Choice($"Jobs:{name}:Kind", usual.Kind.ToString(), Enum.GetNames<JobKind>()));
        var d = kind == usual.Kind ? usual with { Name = name } : JobDefinition.Default(name, kind);
        var job = d with
        {
            Enabled = read.Flag($"Jobs:{name}:Enabled", d.Enabled),
            Cron = read.Parsed($"Jobs:{name}:Cron", d.Cron, CronSchedule.Parse),
            TimeZone = read.Parsed($"Jobs:{name}:TimeZone", d.TimeZone, OptionsBinder.ParseTimeZone),
            Misfire = Enum.Parse<MisfireRule>(read.Choice($"Jobs:{name}:Misfire", d.Misfire.ToString(), Enum.GetNames<MisfireRule>())),
            Timeout = TimeSpan.FromMinutes(read.Number($"Jobs:{name}:TimeoutMinutes", d.Timeout.TotalMinutes, 0.01, 10_080)),
            Retries = read.Whole($"Jobs:{name}:Retries", d.Retries, 0, 20),
            RetryBackoff = TimeSpan.FromSeconds(read.Number($"Jobs:{name}:RetryBackoffSeconds", d.RetryBackoff.TotalSeconds, 1, 86_400)),
        };
        return job switch
        {
            PullJobDefinition pull => pull with { Sources = ReadSources(read, $"Jobs:{name}", pull.Sources) },
            ReportJobDefinition report => ReadReport(read, report, $"Jobs:{name}"),
            DeliverJobDefinition deliver => deliver with { Report = read.Text($"Jobs:{name}:Report", deliver.Report) },
            MaintainJobDefinition maintain => ReadMaintain(read, maintain, $"Jobs:{name}"),
            _ => throw new UnreachableException(),
        };
    }

    private static ReportJobDefinition ReadReport(SettingsReader read, ReportJobDefinition d, string at) => d with
    {
        Sources = ReadSources(read, at, d.Sources),
        Period = Enum.Parse<PeriodKind>(read.Choice($"{at}:Period", d.Period.ToString(), Enum.GetNames<PeriodKind>())),
        Scope = read.Parsed($"{at}:Scope", "", ParseScope),
        Language = read.Choice($"{at}:Language", d.Language, "", "zh-CN", "en"),
        ReopenPeriods = read.Whole($"{at}:ReopenPeriods", d.ReopenPeriods, 0, 53),
        Deliver = read.Flag($"{at}:Deliver", d.Deliver),
    };

    private static string ReadSources(SettingsReader read, string at, string usual)
        => read.Parsed($"{at}:Sources", usual, text => text == SchedulerSettings.None ? "" : text);

    private static MaintainJobDefinition ReadMaintain(SettingsReader read, MaintainJobDefinition d, string at) => d with
    {
        KeepTextDays = read.Whole($"{at}:KeepTextDays", d.KeepTextDays, 0, 36_500),
        KeepRowsDays = read.Whole($"{at}:KeepRowsDays", d.KeepRowsDays, 0, 36_500),
        KeepHistoryDays = read.Whole($"{at}:KeepHistoryDays", d.KeepHistoryDays, 1, 36_500),
        KeepVersions = read.Whole($"{at}:KeepVersions", d.KeepVersions, 0, 1000),
    };

    /// <summary>Filters as settings write them: <c>region=武汉|宜昌; brand=全球通</c>.</summary>
    /// <exception cref="FormatException">A part is not <c>column=value</c>, or names no column of labels.</exception>
    public static IReadOnlyList<Filter> ParseScope(string text)
    {
        try
        {
            return FilterText.Parse(text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }
        catch (AnalyticsException fault)
        {
            throw new FormatException(fault.Problem, fault);
        }
    }

    private static string ParseUrl(string text) => text == SchedulerSettings.None ? ""
        : Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? text
        : throw new FormatException("it is no http address; 'none' serves no address.");
}
