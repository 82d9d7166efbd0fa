using Analytics.Core.Reports;
using Analytics.Core.Settings;
using Analytics.Statistics.Tables;
using Analytics.Study.Rounds;

namespace Analytics.Study.Sections.Segments;

/// <summary>
/// Rates, ratios and residuals of segmentations. Comparisons are made among the rows that are shown and known, so they give nothing hidden away.
/// </summary>
internal static class SegmentStatistics
{
    /// <summary>All segmentations together: the false-discovery control runs over the rows of all of them.</summary>
    public static IReadOnlyList<SegmentTable> Tables(
        IReadOnlyList<ColumnCounts> segments, long totalComplaints, double? totalSubscribers, StudySettings settings)
    {
        var residuals = segments.Select(Residuals).ToArray();
        var p = residuals.SelectMany(r => r).Select(ContingencyTable.TwoSidedP).ToArray();
        var adjusted = FalseDiscovery.BenjaminiHochberg(p);
        var tables = new List<SegmentTable>(segments.Count);
        var offset = 0;
        for (var i = 0; i < segments.Count; i++)
        {
            var count = segments[i].Labels.Count;
            tables.Add(Table(segments[i], residuals[i], adjusted.AsSpan(offset, count), totalComplaints, totalSubscribers, settings));
            offset += count;
        }

        return tables;
    }

    private static double[] Residuals(ColumnCounts segment)
    {
        var compared = Enumerable.Range(0, segment.Labels.Count).Where(segment.IsCompared).ToArray();
        var residuals = Enumerable.Repeat(double.NaN, segment.Labels.Count).ToArray();
        if (compared.Length > 1)
        {
            var some = ContingencyTable.ResidualsAgainstBase(
                [.. compared.Select(i => (double)segment.Complaints[i])], [.. compared.Select(i => segment.Subscribers![i])]);
            for (var k = 0; k < compared.Length; k++)
            {
                residuals[compared[k]] = some[k];
            }
        }

        return residuals;
    }

    private static SegmentTable Table(
        ColumnCounts segment, double[] residuals, ReadOnlySpan<double> adjusted, long total, double? totalSubscribers, StudySettings settings)
    {
        var compared = Enumerable.Range(0, segment.Labels.Count).Where(segment.IsCompared).ToArray();
        var (events, exposure) = (compared.Sum(i => segment.Complaints[i]), compared.Sum(i => segment.Subscribers![i]));
        var rows = new List<SegmentRow>(segment.Labels.Count);
        for (var i = 0; i < segment.Labels.Count; i++)
        {
            rows.Add(Row(segment, i, residuals[i], adjusted[i], (events, exposure), (total, totalSubscribers), settings));
        }

        var fit = ContingencyTable.GoodnessOfFit([.. compared.Select(i => (double)segment.Complaints[i])], [.. compared.Select(i => segment.Subscribers![i])]);
        var rule = segment.Definition.Bands is { } bands ? bands.RightClosed ? "right-closed" : "left-closed" : null;
        return new SegmentTable(
            segment.Definition.Column,
            rule,
            rows,
            total,
            segment.Subscribers is null ? null : totalSubscribers,
            fit.DegreesOfFreedom == 0 ? Figure.Absent(WhyNoRate(segment)) : Figure.Of(fit.Statistic, events),
            fit.DegreesOfFreedom == 0 ? null : fit.PValue);
    }

    private static SegmentRow Row(
        ColumnCounts segment,
        int i,
        double residual,
        double adjustedP,
        (long Events, double Exposure) compared,
        (long Complaints, double? Subscribers) total,
        StudySettings settings)
    {
        var level = settings.ConfidenceLevel;
        var (events, subscribers) = (segment.Complaints[i], segment.Subscribers?[i] ?? 0);
        var hidden = segment.ComplaintsHidden[i];
        var baseHidden = segment.Subscribers is not null && segment.SubscribersHidden[i];
        var why = segment.Labels[i].Length == 0 ? AbsenceReasons.NoSuchField : subscribers > 0 ? AbsenceReasons.EmptyDenominator : WhyNoRate(segment);
        Figure Compared(Func<Figure> figure) => hidden || baseHidden ? Figure.Suppressed : segment.IsCompared(i) ? figure() : Figure.Absent(why);
        Figure OfBase(Func<double, Figure> figure) =>
            segment.Subscribers is null || total.Subscribers is not { } all ? Figure.Absent(WhyNoRate(segment)) : baseHidden ? Figure.Suppressed : figure(all);
        return new SegmentRow(
            segment.Labels[i],
            hidden ? Figure.Suppressed : FigureMath.Count(events),
            OfBase(_ => Figure.Of(subscribers)),
            hidden ? Figure.Suppressed : FigureMath.Share(events, total.Complaints, level),
            OfBase(all => Figure.Of(subscribers / all, all)),
            Compared(() => FigureMath.Rate(events, subscribers, level)),
            Compared(() => FigureMath.Ratio(events, subscribers, compared.Events - events, compared.Exposure - subscribers, level)),
            Compared(() => FigureMath.Number(events / (double)compared.Events / (subscribers / compared.Exposure))),
            Compared(() => FigureMath.Number(residual)),
            Compared(() => FigureMath.Number(adjustedP)),
            adjustedP <= settings.FalseDiscoveryRate);
    }

    private static string WhyNoRate(ColumnCounts segment) =>
        BaseCounts.Has(segment.Definition.Column) ? AbsenceReasons.NoSubscribers : AbsenceReasons.NoSuchField;
}
