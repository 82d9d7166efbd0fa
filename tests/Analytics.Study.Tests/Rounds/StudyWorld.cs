using Analytics.Core.Canonical;
using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Core.Reports;
using Analytics.Core.Settings;

namespace Analytics.Study.Tests.Rounds;

/// <summary>Builds small worlds of explicit rows and studies them: week 2026-W46 is 9–15 November 2026.</summary>
internal sealed class StudyWorld
{
    public static readonly ReportPeriod Week = ReportPeriod.Parse("2026-W46");

    private readonly List<ComplaintCase> _cases = [];

    public NaiveCrossTabs Source { get; } = new();

    public StudySettings Settings { get; set; } = new();

    public DateTime CutOff { get; set; } = new(2026, 11, 16, 4, 0, 0, DateTimeKind.Utc);

    public Dictionary<string, ItemScale> Scales { get; } = new() { ["*"] = new(1, 10) };

    public static DateOnly Day(int weeksBack, int day = 0) => Week.Start.AddDays((-7 * weeksBack) + day);

    /// <summary>Adds equal complaints; labels and numbers as <c>("cause", "billing")</c>, <c>("arpu", 30.0)</c>.</summary>
    public StudyWorld Complain(int times, DateOnly day, params (string Column, object Value)[] values)
    {
        for (var i = 0; i < times; i++)
        {
            Source.Complaints.Add(Row(day, 1, values));
            if (day >= Week.Start && day < Week.End)
            {
                _cases.Add(Case(day, values));
            }
        }

        return this;
    }

    public StudyWorld Subscribe(int times, DateOnly asOf, params (string Column, object Value)[] values)
    {
        Source.Subscribers.Add(Row(asOf, times, values));
        return this;
    }

    public StudyWorld Respond(int times, DateOnly day, string item, double score, params (string Column, object Value)[] values)
    {
        Source.Answers.Add(Row(day, times, [("item", item), ("score", score), .. values]));
        return this;
    }

    public StudyFacts Facts() => new()
    {
        CutOffUtc = CutOff,
        DataVersion = "test",
        ComplaintDays = [.. Source.Complaints.Select(c => c.Day).Distinct().Order()],
        SurveyDays = [.. Source.Answers.Select(c => c.Day).Distinct().Order()],
        SnapshotDays = [.. Source.Subscribers.Select(c => c.Day).Distinct().Order()],
        SurveyScales = Scales,
        Cases = _cases,
        TotalCases = _cases.Count,
    };

    public Report Study(ReportPeriod? period = null, params Filter[] scope) =>
        StudyRun.Execute(new StudyRequest(period ?? Week, scope, Settings, Facts()), Source);

    private static NaiveRow Row(DateOnly day, long count, (string Column, object Value)[] values) => new(
        day,
        values.Where(v => v.Value is string).ToDictionary(v => v.Column, v => (string)v.Value),
        values.Where(v => v.Value is not string).ToDictionary(v => v.Column, v => Convert.ToDouble(v.Value)),
        count);

    private static ComplaintCase Case(DateOnly day, (string Column, object Value)[] values)
    {
        string? Text(string column) => values.FirstOrDefault(v => v.Column == column).Value as string;
        return new ComplaintCase(
            null, Text("subscriber"), day.ToDateTime(
                new TimeOnly(4, 0), DateTimeKind.Utc), Text("channel"), Text("category"), Text("cause"), Text("region"), null, null, null,
            Text("is_escalated") is { } e ? e == "true" : null, Text("resolution"), null, Text("text"), 1);
    }
}
