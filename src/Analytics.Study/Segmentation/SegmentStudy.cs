using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Study.Masking;
using Analytics.Study.Rounds;
using Analytics.Study.Sections.HeatMaps;
using Analytics.Study.Sections.Segments;

namespace Analytics.Study.Segmentation;

/// <summary>
/// The analyst's rerun: the segmentations of a report with other columns, bands and filters, optionally crossed or clustered. Pure, like the study.
/// </summary>
public static class SegmentStudy
{
    /// <summary>Computes the tables.</summary>
    /// <param name="request">Columns, bands, filters.</param>
    /// <param name="source">Answers the questions.</param>
    /// <exception cref="AnalyticsException">
    /// AN4001, AN4003, AN4004 as <see cref="StudyRun.Execute"/>. AN4005: no column, a column twice, two-way with one column, or clusters without a banded
    /// column.
    /// </exception>
    public static SegmentResult Execute(SegmentRequest request, ICrossTabSource source)
    {
        Demand(request);
        var study = new StudyRequest(request.Period, request.Scope, request.Settings, request.Facts);
        var window = new StudyWindow(study);
        PeriodCheck.Demand(study, window);
        var questions = new Questions();
        var counts = new BaseCounts(questions, window);
        counts.Plan(request.Period);
        var total = questions.Ask(window.Ask(FactTable.Complaints, window.Current, []));
        ColumnQuestions[] columns = [.. request.By.Select(d => new ColumnQuestions(questions, window, counts, d))];
        var map = request.TwoWay ? new HeatMapStudy(questions, window, counts, columns[0], columns[1]) : null;
        var clusters = request.Clusters is { } k
            ? new ClusterStudy(questions, window, counts, [.. request.By.Where(d => d.Bands is not null).Take(ClusterStudy.MaximumColumns)], k)
            : null;
        questions.PutTo(source);
        PeriodCheck.DemandScope(study, total.Tab.Total, total.Tab.Total, hasAnswers: false);
        return Compute(study, total.Tab.Total, counts.Average(request.Period), columns, map, clusters);
    }

    private static SegmentResult Compute(
        StudyRequest request, long total, double? subscribers, ColumnQuestions[] columns, HeatMapStudy? map, ClusterStudy? clusters)
    {
        var rule = new SuppressionRule(request.Settings.MinimumCell);
        var isTooSmall = rule.IsSmall(total);
        var missing = new List<NotComputed>();
        var checks = new List<TieCheck>();
        var segments = new List<ColumnCounts>();
        foreach (var column in columns)
        {
            var subject = $"segment:{column.Definition.Column}";
            var (read, reason) = isTooSmall ? Found<ColumnCounts>.Missing(AbsenceReasons.TooFewCases) : column.Read(Mask(column), rule);
            if (read is null)
            {
                missing.Add(new NotComputed(subject, reason!));
                continue;
            }

            segments.Add(read);
            checks.Add(new TieCheck(subject, total, read.Complaints.Sum()));
        }

        var (heatMap, why) = map is null || isTooSmall
            ? Found<MaskedHeatMap>.Missing(AbsenceReasons.TooFewCases)
            : map.Compute(Mask(columns[0]), Mask(columns[1]), rule, request.Settings);
        if (map is not null && heatMap is null)
        {
            missing.Add(new NotComputed(map.Subject, why!));
        }

        IReadOnlyList<SegmentCluster> groups = [];
        if (clusters is not null && (isTooSmall || (groups = clusters.Compute(request.Settings)).Count == 0))
        {
            missing.Add(new NotComputed("clusters", AbsenceReasons.TooFewCases));
        }

        var tables = SegmentStatistics.Tables(segments, total, subscribers, request.Settings);
        return new SegmentResult(request.Period.ToString(), total, subscribers, tables, heatMap?.Map, groups, [.. missing.Distinct()], checks);

        MaskedAxis Mask(ColumnQuestions column) => MaskedAxis.Of(column.Definition.Axis, column.Complaints.Tab, rule);
    }

    private static void Demand(SegmentRequest request)
    {
        var problem = request.By.Count == 0 ? "No column is given to segment by."
            : request.By.GroupBy(d => d.Column, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice
                ? $"Column '{twice.Key}' is given twice."
            : request.TwoWay && request.By.Count < 2 ? $"A two-way map needs two columns, only '{request.By[0].Column}' is given."
            : request.Clusters is < 2 ? $"{request.Clusters} clusters are not a segmentation."
            : request.Clusters is not null && request.By.All(d => d.Bands is null)
                ? $"None of {string.Join(", ", request.By.Select(d => d.Column))} is cut into bands, so there is nothing to cluster by."
            : null;
        if (problem is not null)
        {
            throw new AnalyticsException(
                "AN4005", problem, "Name columns as --by arpu,age,data_mb; clusters need 2 or more and at least one banded column.", FaultKind.Usage);
        }
    }
}
