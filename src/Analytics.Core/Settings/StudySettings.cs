using Analytics.Core.CrossTabs;

namespace Analytics.Core.Settings;

/// <summary>Everything a study can be told. The defaults are the operator's own rules where they have one.</summary>
public sealed record StudySettings
{
    /// <summary>IANA zone the days are cut in.</summary>
    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <summary>First day of the operator's week.</summary>
    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    /// <summary>ISO 4217 code of money.</summary>
    public string Currency { get; init; } = "CNY";

    /// <summary>Counts of 1…k−1 are hidden; 5 or more.</summary>
    public int MinimumCell { get; init; } = 10;

    /// <summary>Periods before the current one that make up the trailing window; 8 or more give a control-chart verdict.</summary>
    public int TrailingPeriods { get; init; } = 13;

    /// <summary>Promise for the first reply, natural hours.</summary>
    public TimeSpan FirstReplyLimit { get; init; } = TimeSpan.FromHours(48);

    /// <summary>A case repeats another of the same subscriber and cause received at most this long before.</summary>
    public TimeSpan RepeatWindow { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Level of intervals, 0–1.</summary>
    public double ConfidenceLevel { get; init; } = 0.95;

    /// <summary>False-discovery rate of marked differences, 0–1.</summary>
    public double FalseDiscoveryRate { get; init; } = 0.05;

    /// <summary>Cumulative share up to which a Pareto item is in class A, 0–1.</summary>
    public double ParetoClassA { get; init; } = 0.8;

    /// <summary>Cumulative share up to which it is in class B, 0–1.</summary>
    public double ParetoClassB { get; init; } = 0.9;

    /// <summary>Bars a Pareto shows before "other".</summary>
    public int ParetoItems { get; init; } = 15;

    /// <summary>Resamples of the Pareto bootstrap.</summary>
    public int BootstrapResamples { get; init; } = 1000;

    /// <summary>Seed of every random draw.</summary>
    public int Seed { get; init; } = 20260101;

    /// <summary>Masked rows in sheet 92 at most; more are counted, never cut silently.</summary>
    public int DetailRows { get; init; } = 10_000;

    /// <summary>
    /// Survey item that stands for overall satisfaction; where empty, the first whose name says so (总体满意, 整体满意, overall), else the first in ordinal
    /// order.
    /// </summary>
    public string OverallItem { get; init; } = "";

    /// <summary>
    /// The operator the report is made for, as survey answers name it: answers on others are competitors and stay out of the satisfaction KPI.
    /// Where no answer names it, all answers count.
    /// </summary>
    public string OwnOperator { get; init; } = "移动";

    /// <summary>Segmentations, in report order.</summary>
    public IReadOnlyList<SegmentDefinition> Segments { get; init; } = DefaultSegments;

    /// <summary>Two-way segmentations, by column names of <see cref="Segments"/>.</summary>
    public IReadOnlyList<(string Rows, string Columns)> HeatMaps { get; init; } = [("arpu", "age"), ("arpu", "data_mb")];

    /// <summary>Columns crossed with cause.</summary>
    public IReadOnlyList<string> CauseBy { get; init; } = ["channel", "region", "brand", "arpu", "age"];

    /// <summary>Index, model, priorities and brands from the survey.</summary>
    public SatisfactionSettings Satisfaction { get; init; } = new();

    /// <summary>
    /// ARPU by the operator's credit rule (≤20, (20, 50] … &gt;400 yuan, right-closed), age and tenure left-closed, usage in MB.
    /// </summary>
    public static IReadOnlyList<SegmentDefinition> DefaultSegments { get; } =
    [
        new("arpu", new BandSet("arpu", [20, 50, 80, 120, 200, 400])),
        new("age", new BandSet("age", [18, 25, 35, 45, 55, 65], RightClosed: false)),
        new("data_mb", new BandSet("data_mb", [1024, 5120, 10240, 20480, 51200])),
        new("brand"),
        new("tenure_years", new BandSet("tenure_years", [1, 2, 3, 4, 5], RightClosed: false)),
        new("gender"),
        new("plan"),
        new("channel"),
        new("region"),
        new("data_spend_share", new BandSet("data_spend_share", [0.2, 0.4, 0.6, 0.8])),
    ];
}
