using Analytics.Core.Canonical;
using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;

namespace Analytics.Reporting.Tests.Samples;

/// <summary>
/// A full, realistic report made by hand: Chinese data labels with English translations, every table filled, some figures
/// suppressed and absent, unknown and merged rows. The figures tie; the statistics are plausible, not computed.
/// </summary>
public static class SampleReport
{
    public const double Subscribers = 2_312_400;
    public const long Complaints = 6_184;

    /// <summary>The full report of a week.</summary>
    public static Report Full() => new()
    {
        Header = Header([]),
        Headlines = Headlines(),
        Kpis = SampleKpis.Full(),
        Segments = SampleSegments.All(),
        HeatMaps = SampleSegments.HeatMaps(),
        Paretos = SampleCauses.Paretos(),
        Causes = SampleCauses.Tree(),
        Associations = SampleCauses.Associations(),
        Resolutions = SampleCauses.Resolutions(),
        Survey = Survey(),
        Satisfaction = SampleSatisfaction.Full(),
        DataQuality = Quality(),
        Details = new Details(SampleDetails.Rows(240), Complaints),
        Labels = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["en"] = SampleLabels.English },
    };

    /// <summary>A month without subscribers: rates and their changes absent, shares present.</summary>
    public static Report NoSubscribers()
    {
        var full = Full();
        return full with
        {
            Header = full.Header with
            {
                Period = "2026-10", Start = new(2026, 10, 1), End = new(2026, 10, 31), Previous = "2026-09", YearBefore = "2025-10",
                PopulationAsOf = [], Scope = [new Filter("operator", ["中国移动"]), new Filter("region", ["武汉", "宜昌"])],
            },
            Headlines = [new Headline("all-within", Signal.Within, [new HeadlineArgument("count", 5, MeasureUnit.Count)])],
            Kpis = SampleKpis.NoSubscribers(),
            Segments = [.. full.Segments.Select(SampleSegments.WithoutBase)],
            HeatMaps = [],
            Survey = [],
            Satisfaction = null,
        };
    }

    /// <summary>A report whose every table is empty and whose every measure is absent.</summary>
    public static Report Empty()
    {
        var full = Full();
        return full with
        {
            Headlines = [],
            Kpis = SampleKpis.Absent(),
            Segments = [],
            HeatMaps = [],
            Paretos = [],
            Causes = [],
            Associations = [],
            Resolutions = [],
            Survey = [],
            Satisfaction = null,
            DataQuality = new DataQuality([], [], [], [new NotComputed("survey", AbsenceReasons.NoDataInPeriod)], 0, []),
            Details = new Details([], 0),
            Labels = new Dictionary<string, IReadOnlyDictionary<string, string>>(),
        };
    }

    /// <summary>One row in every table.</summary>
    public static Report OneRow()
    {
        var full = Full();
        return full with
        {
            Headlines = [full.Headlines[0]],
            Segments = [.. full.Segments.Take(1).Select(t => t with { Rows = [t.Rows[0]] })],
            HeatMaps = [.. full.HeatMaps.Take(1).Select(m => m with
            {
                RowLabels = [m.RowLabels[0]], ColumnLabels = [m.ColumnLabels[0]], Cells = [[m.Cells[0][0]]],
            })],
            Paretos = [.. full.Paretos.Take(1).Select(p => p with { Items = [p.Items[0]], Total = p.Items[0].Value })],
            Causes = [full.Causes[0] with { Complaints = Figure.Of(Complaints), Children = [full.Causes[0].Children[0]] }],
            Associations = [.. full.Associations.Take(1).Select(a => a with
            {
                RowLabels = [a.RowLabels[0]], ColumnLabels = [a.ColumnLabels[0]], Cells = [[a.Cells[0][0]]],
            })],
            Resolutions = [full.Resolutions[0]],
            Survey = [full.Survey[0]],
            Details = new Details([full.Details.Rows[0]], 1),
        };
    }

    public static ReportHeader Header(IReadOnlyList<Filter> scope) => new(
        "2026-W46", new DateOnly(2026, 11, 9), new DateOnly(2026, 11, 15), "2026-W45", "2025-W46", 13, scope, "Asia/Shanghai", "CNY",
        new DateTime(2026, 11, 15, 15, 59, 0, DateTimeKind.Utc), "7c1f0a9be2d4", [new DateOnly(2026, 10, 31), new DateOnly(2026, 11, 30)], 10, 0.95);

    private static IReadOnlyList<Headline> Headlines() =>
    [
        new("rate-change", Signal.Worse,
        [
            new("kpi", Label: nameof(KpiId.ComplaintsPer10kSubscribers)),
            new("value", 26.74, MeasureUnit.Per10k),
            new("change", 2.31, MeasureUnit.Per10k),
            new("previous", Label: "2026-W45"),
        ]),
        new(
            "growing-cause", Signal.Worse,
            [
                new("cause", Label: "上网速度慢"), new("value", 1_204, MeasureUnit.Count), new("change", 344, MeasureUnit.Count),
                new("lower", 255, MeasureUnit.Count), new("upper", 433, MeasureUnit.Count), new("previous", Label: "2026-W45")]),
        new(
            "top-causes", Signal.NoVerdict,
            [
                new("cause", Label: "上网速度慢"), new("share", 0.1947, MeasureUnit.Share), new("items", 9, MeasureUnit.Count),
                new("cumulative", 0.8146, MeasureUnit.Share)]),
        new(
            "segment-rate", Signal.Worse,
            [
                new("column", Label: "arpu"), new("segment", Label: "(200, 400]"), new("ratio", 2.04), new("lower", 1.87), new("upper", 2.21),
                new("share", 0.099, MeasureUnit.Share), new("baseShare", 0.0512, MeasureUnit.Share)]),
        new(
            "first-reply", Signal.Within,
            [
                new("due", 5_870, MeasureUnit.Count), new("onTime", 5_528, MeasureUnit.Count), new("overdue", 61, MeasureUnit.Count),
                new("share", 0.9417, MeasureUnit.Share), new("limit", 48, MeasureUnit.Hours)]),
    ];

    private static IReadOnlyList<SurveyItem> Survey() =>
    [
        new("总体满意度", null, 1, 10, Figure.Of(78.42, 1204, 77.31, 79.53), Figure.Of(0.412, 1204, 0.385, 0.440), Figure.Of(77.95, 1187)),
        new("总体满意度", "全球通", 1, 10, Figure.Of(81.06, 402, 79.22, 82.90), Figure.Of(0.463, 402, 0.415, 0.512), Figure.Of(80.51, 396)),
        new("总体满意度", "动感地带", 1, 10, Figure.Of(76.20, 389, 74.10, 78.30), Figure.Of(0.375, 389, 0.328, 0.424), Figure.Of(76.74, 380)),
        new("总体满意度", "神州行", 1, 10, Figure.Of(77.93, 413, 76.05, 79.81), Figure.Of(0.397, 413, 0.351, 0.445), Figure.Of(76.60, 411)),
        new("网络质量", null, 1, 10, Figure.Of(74.88, 1201, 73.60, 76.16), Figure.Of(0.331, 1201, 0.305, 0.358), Figure.Of(75.90, 1185)),
        new("资费透明", null, 1, 10, Figure.Of(69.15, 1198, 67.80, 70.50), Figure.Of(0.262, 1198, 0.238, 0.288), Figure.Absent(AbsenceReasons.NoDataInPeriod)),
        new("投诉处理", null, 1, 5, Figure.Of(61.32, 214, 58.00, 64.64), Figure.Of(0.224, 214, 0.173, 0.285), Figure.Of(60.05, 201)),
        new("新业务", null, 1, 5, Figure.Suppressed, Figure.Suppressed, Figure.Absent(AbsenceReasons.NoDataInPeriod)),
    ];

    private static DataQuality Quality() => new(
        [
            new ImportSummary("subscriber", "subscribers.csv.gz", 2_312_930, 2_312_400, 480, 50),
            new ImportSummary("complaint", "complaints.csv.gz", 318_420, 318_311, 0, 109),
            new ImportSummary("survey", "survey.csv", 62_510, 62_504, 0, 6),
        ],
        [
            new QuarantineSummary("complaint", "closed-before-received", "closed_at", 71),
            new QuarantineSummary("complaint", "not-a-date", "received_at", 38),
            new QuarantineSummary("subscriber", "age-out-of-range", "age", 50),
            new QuarantineSummary("survey", "outside-scale", "score", 6),
        ],
        [
            new Finding("repeated-rows", "complaints.csv.gz", "", 14, "14 rows equal an earlier row; each is kept"),
            new Finding("swapped-day-month", "complaints.csv.gz", "received_at", 212, "212 of 318420 dates read as d/m where m/d fits the order of the file"),
            new Finding("constant-column", "subscribers.csv.gz", "is_5g", 2_312_930, "every value is \"1\""),
        ],
        [
            new NotComputed("segment:data_spend_share", AbsenceReasons.NoSuchField),
            new NotComputed("pareto:Refund", AbsenceReasons.NoSuchField),
            new NotComputed(nameof(KpiId.HandlingHoursP90), AbsenceReasons.QuantileNotReached),
            new NotComputed("heatmap:arpu×data_mb", AbsenceReasons.NoSuchField),
        ],
        17,
        [
            new TieCheck("segment:arpu", Complaints, Complaints),
            new TieCheck("segment:age", Complaints, Complaints),
            new TieCheck("segment:brand", Complaints, Complaints),
            new TieCheck("segment:region", Complaints, Complaints),
            new TieCheck("pareto:category", Complaints, Complaints),
            new TieCheck("pareto:cause", Complaints, Complaints),
        ]);
}
