using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Study.Masking;
using Analytics.Study.Rounds;
using Analytics.Study.Sections.HeatMaps;
using Analytics.Study.Sections.Quality;
using Analytics.Study.Sections.Segments;

namespace Analytics.Study.Segmentation;

/// <summary>The analyst's rerun: the segmentations of a report with other columns, bands and filters, optionally crossed or clustered. Pure, like the study.</summary>
public static class SegmentStudy
{
    /// <summary>Computes the tables.</summary>
    /// <param name="request">Columns, bands, filters.</param>
    /// <param name="source">Answers the questions.</param>
    /// <exception cref="AnalyticsException">
    /// AN4001, AN4003, AN4004 as <see cref="StudyRun.Execute"/>. AN4005: no column, a column twice, two-way with one column, or clusters without a banded column.
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
        SegmentQuestions[] columns = [.. request.By.Select(d => new SegmentQuestions(questions, window, counts, d))];
        var map = request.TwoWay ? new HeatMapStudy(questions, window, counts, columns[0], columns[1]) : null;
        var clusters = request.Clusters is { } k ? new ClusterStudy(questions, window, counts, [.. request.By.Where(d => d.Bands is not null).Take(ClusterStudy.MaximumColumns)], k) : null;
        questions.PutTo(source);
        PeriodCheck.DemandScope(study, total.Tab.Total, total.Tab.Total, hasAnswers: false);
        return Compute(study, total.Tab.Total, counts.Average(request.Period), columns, map, clusters);
    }

    private static SegmentResult Compute(StudyRequest request, long total, double? subscribers, SegmentQuestions[] columns, HeatMapStudy? map, ClusterStudy? clusters)
    {
        var mask = new SuppressionMask(request.Settings.MinimumCell, total);
        var quality = new QualityStudy();
        var segments = new List<SegmentCounts>();
        foreach (var column in columns)
        {
            var subject = $"segment:{column.Definition.Column}";
            var reason = AbsenceReasons.TooFewCases;
            if (mask.IsSmall(total) || column.Read(mask, out reason) is not { } segment)
            {
                quality.Add(subject, reason);
                continue;
            }

            segments.Add(segment);
            quality.Check(subject, total, segment.Complaints.Sum());
        }

        var (heatMap, why) = (default(HeatMap), AbsenceReasons.TooFewCases);
        if (map is not null && (mask.IsSmall(total) || (heatMap = map.Compute(mask, request.Settings, out why)) is null))
        {
            quality.Add(map.Subject, why);
        }

        IReadOnlyList<SegmentCluster> groups = [];
        if (clusters is not null && (mask.IsSmall(total) || (groups = clusters.Compute(request.Settings)).Count == 0))
        {
            quality.Add("clusters", AbsenceReasons.TooFewCases);
        }

        var (missing, checks) = quality.Noted;
        return new SegmentResult(request.Period.ToString(), total, subscribers, SegmentStatistics.Tables(segments, total, subscribers, request.Settings), heatMap, groups, missing, checks);
    }

    private static void Demand(SegmentRequest request)
    {
        var problem = request.By.Count == 0 ? "No column is given to segment by."
            : request.By.GroupBy(d => d.Column, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice ? $"Column '{twice.Key}' is given twice."
            : request.TwoWay && request.By.Count < 2 ? $"A two-way map needs two columns, only '{request.By[0].Column}' is given."
            : request.Clusters is < 2 ? $"{request.Clusters} clusters are not a segmentation."
            : request.Clusters is not null && request.By.All(d => d.Bands is null) ? $"None of {string.Join(", ", request.By.Select(d => d.Column))} is cut into bands, so there is nothing to cluster by."
            : null;
        if (problem is not null)
        {
            throw new AnalyticsException("AN4005", problem, "Name columns as --by arpu,age,data_mb; clusters need 2 or more and at least one banded column.", FaultKind.Usage);
        }
    }
}
