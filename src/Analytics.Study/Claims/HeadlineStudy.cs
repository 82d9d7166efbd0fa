using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Core.Settings;
using Analytics.Study.Sections.Satisfaction;

namespace Analytics.Study.Claims;

/// <summary>
/// Chooses the sentences of the cover from what the report publishes: result, signal, where, what, how handled, how satisfied. At most five; where more
/// could be said, rate and index are kept, then sentences that carry a signal, and "all within" goes first of all. Every number is
/// read from a figure of the report.
/// </summary>
internal sealed class HeadlineStudy(StudySettings settings, string previous)
{
    /// <summary>Sentences at most.</summary>
    public const int Most = 5;

    /// <summary>A segment is named only where it complains at least this much more than the others.</summary>
    private const double NotableRatio = 1.2;

    /// <summary>The sentences, most important first.</summary>
    public IReadOnlyList<Headline> Choose(
        IReadOnlyList<Kpi> kpis,
        IReadOnlyList<SegmentTable> segments,
        IReadOnlyList<ParetoTable> paretos,
        IReadOnlyList<AssociationTable> associations,
        (IReadOnlyList<SurveyItem> Items, string? Overall, string? OwnOperator) survey,
        (long Due, long OnTime, long Overdue) replies,
        SatisfactionSection? satisfaction = null)
    {
        var index = SatisfactionHeadlines.Index(satisfaction, kpis);
        var candidates = new[]
            {
                Rate(kpis), KpiSignal(kpis), AllWithin(kpis), Segment(segments) ?? Association(associations), Growing(paretos), TopCauses(paretos), FirstReply(kpis, replies),
                index ?? Survey(kpis, survey), SatisfactionHeadlines.HeldBack(satisfaction) ?? SatisfactionHeadlines.Improve(satisfaction),
            }
            .Where(h => h is not null).Select((h, i) => (Headline: h!, Order: i)).ToArray();
        return [.. candidates
            .OrderBy(c => Weight(c.Headline, c.Order, index)).ThenBy(c => c.Order).Take(Most)
            .OrderBy(c => c.Order).Select(c => c.Headline)];
    }

    /// <summary>The rate and the satisfaction index first, then signals, then what to improve, then the rest, "all within" last.</summary>
    private static int Weight(Headline headline, int order, Headline? index) =>
        order == 0 || ReferenceEquals(headline, index) ? 0
        : headline.Signal is Signal.Worse or Signal.Better ? 1
        : SatisfactionHeadlines.IsPriority(headline) ? 2
        : headline.Key == HeadlineKeys.AllWithin ? 4
        : 3;

    private Headline? Rate(IReadOnlyList<Kpi> kpis)
    {
        var kpi = kpis.FirstOrDefault(k => k.Id == KpiId.ComplaintsPer10kSubscribers && k.Current.Value is not null)
            ?? kpis.FirstOrDefault(k => k.Id == KpiId.Complaints && k.Current.Value is not null);
        if (kpi is null)
        {
            return null;
        }

        List<HeadlineArgument> arguments = [Label("kpi", kpi.Id.ToString()), Number("value", kpi.Current, kpi.Unit)];
        if (kpi.Change.Value is null)
        {
            return new Headline(HeadlineKeys.RateLevel, kpi.Signal, arguments);
        }

        arguments.AddRange([Number("change", kpi.Change, kpi.Unit), Label("previous", previous)]);
        AddBounds(arguments, kpi.Change, kpi.Unit);
        return new Headline(HeadlineKeys.RateChange, kpi.Signal, arguments);
    }

    /// <summary>The worst news among the other measures, else the best.</summary>
    private static Headline? KpiSignal(IReadOnlyList<Kpi> kpis)
    {
        var kpi = kpis.Where(k => k.Id is not (KpiId.Complaints or KpiId.ComplaintsPer10kSubscribers) && k.Signal is (Signal.Worse or Signal.Better))
            .OrderBy(k => k.Signal == Signal.Better).FirstOrDefault();
        if (kpi is not { Current.Value: { } value, LowerLimit: { } lower, UpperLimit: { } upper })
        {
            return null;
        }

        return new Headline(HeadlineKeys.KpiSignal, kpi.Signal, [Label("kpi", kpi.Id.ToString()), Number("value", kpi.Current, kpi.Unit), new("limit", value > upper ? upper : lower, kpi.Unit)]);
    }

    private static Headline? AllWithin(IReadOnlyList<Kpi> kpis)
    {
        var verdicts = kpis.Where(k => k.Signal != Signal.NoVerdict).ToArray();
        return verdicts.Length > 0 && verdicts.All(k => k.Signal == Signal.Within)
            ? new Headline(HeadlineKeys.AllWithin, Signal.Within, [new("count", verdicts.Length, MeasureUnit.Count)])
            : null;
    }

    /// <summary>The surviving row with the most complaints beyond its share of the base: what it would take to bring it down to the others.</summary>
    private static Headline? Segment(IReadOnlyList<SegmentTable> segments)
    {
        var rows = from table in segments
                   from row in table.Rows
                   where row is { Survives: true, RateRatio.Value: >= NotableRatio, Complaints.Value: not null } && row.Label.Length > 0 && row.Label != SegmentRow.Rest
                   orderby row.Complaints.Value * (1 - (1 / row.RateRatio.Value)) descending, table.Column
                   select (table.Column, Row: row);
        if (rows.FirstOrDefault() is not { Row: { } top } found)
        {
            return null;
        }

        List<HeadlineArgument> arguments = [Label("column", found.Column), Label("segment", top.Label), new("ratio", top.RateRatio.Value)];
        AddBounds(arguments, top.RateRatio, null);
        arguments.AddRange([Number("share", top.ShareOfComplaints, MeasureUnit.Share), Number("baseShare", top.ShareOfSubscribers, MeasureUnit.Share)]);
        return new Headline(HeadlineKeys.SegmentRate, Signal.Worse, arguments);
    }

    private static Headline? Association(IReadOnlyList<AssociationTable> tables)
    {
        var best = (Value: 0.0, Headline: (Headline?)null);
        foreach (var table in tables)
        {
            for (var r = 0; r < table.RowLabels.Count; r++)
            {
                for (var c = 0; c < table.ColumnLabels.Count; c++)
                {
                    if (table.Cells[r][c] is { Survives: true, AdjustedResidual.Value: { } residual, Complaints.Value: { } count } && Expected(table, r, c) is { } expected
                        && residual > 0 && count >= expected * NotableRatio && count - expected > best.Value)
                    {
                        best = (count - expected, new Headline(HeadlineKeys.CauseAssociation, Signal.NoVerdict, [
                            Label("cause", table.RowLabels[r]!), Label("column", table.ColumnColumn), Label("segment", table.ColumnLabels[c]!),
                            new("count", count, MeasureUnit.Count), new("expected", expected, MeasureUnit.Count)]));
                    }
                }
            }
        }

        return best.Headline;
    }

    /// <summary>Row × column ÷ all, where the whole row, column and table are told; null otherwise.</summary>
    private static double? Expected(AssociationTable table, int row, int column)
    {
        var (inRow, inColumn, all) = (0.0, 0.0, 0.0);
        for (var r = 0; r < table.RowLabels.Count; r++)
        {
            for (var c = 0; c < table.ColumnLabels.Count; c++)
            {
                if (table.Cells[r][c].Complaints.Value is not { } count)
                {
                    return null;
                }

                all += count;
                inRow += r == row ? count : 0;
                inColumn += c == column ? count : 0;
            }
        }

        return inRow * inColumn / all;
    }

    /// <summary>By cause where the bars hold all of class A, else by category.</summary>
    private Headline? TopCauses(IReadOnlyList<ParetoTable> paretos)
    {
        var (causes, categories) = (ByCount(paretos, "cause"), ByCount(paretos, "category"));
        var isWhole = causes?.Items.LastOrDefault(i => i.Class == ParetoClass.A)?.CumulativeShare >= settings.ParetoClassA;
        var table = isWhole ? causes : categories ?? causes;
        var inA = table?.Items.Where(i => i.Class == ParetoClass.A && i.Rank > 0).ToArray() ?? [];
        return inA.FirstOrDefault(i => !string.IsNullOrEmpty(i.Label)) is not { } top ? null : new Headline(HeadlineKeys.TopCauses, Signal.NoVerdict, [
            Label("cause", top.Label!), Number("share", top.Share, MeasureUnit.Share), new("items", inA.Length, MeasureUnit.Count), new("cumulative", inA[^1].CumulativeShare, MeasureUnit.Share)]);
    }

    private Headline? Growing(IReadOnlyList<ParetoTable> paretos)
    {
        var counts = (ByCount(paretos, "cause") ?? ByCount(paretos, "category"))?.Items ?? [];
        var top = counts.Where(i => !string.IsNullOrEmpty(i.Label) && i.Change is { Value: > 0, Lower: > 0 }).OrderByDescending(i => i.Change.Value).FirstOrDefault();
        if (top is null)
        {
            return null;
        }

        List<HeadlineArgument> arguments = [Label("cause", top.Label!), new("value", top.Value, MeasureUnit.Count), Number("change", top.Change, MeasureUnit.Count)];
        AddBounds(arguments, top.Change, MeasureUnit.Count);
        return new Headline(HeadlineKeys.GrowingCause, Signal.NoVerdict, [.. arguments, Label("previous", previous)]);
    }

    private Headline? FirstReply(IReadOnlyList<Kpi> kpis, (long Due, long OnTime, long Overdue) replies)
    {
        var kpi = kpis.FirstOrDefault(k => k.Id == KpiId.FirstReplyWithinLimitShare && k.Current.Value is not null);
        return kpi is null ? null : new Headline(HeadlineKeys.FirstReply, kpi.Signal, [
            new("due", replies.Due, MeasureUnit.Count), new("onTime", replies.OnTime, MeasureUnit.Count), new("overdue", replies.Overdue, MeasureUnit.Count),
            Number("share", kpi.Current, MeasureUnit.Share), new("limit", settings.FirstReplyLimit.TotalHours, MeasureUnit.Hours)]);
    }

    private static Headline? Survey(IReadOnlyList<Kpi> kpis, (IReadOnlyList<SurveyItem> Items, string? Overall, string? OwnOperator) survey)
    {
        var kpi = kpis.FirstOrDefault(k => k.Id == KpiId.SatisfactionScore && k.Current.Value is not null);
        var items = survey.Items.Where(s => s.Group == survey.OwnOperator && s.Score.Value is not null).ToArray();
        if (kpi is null || items.FirstOrDefault(i => i.Item == survey.Overall) is not { } overall)
        {
            return null;
        }

        List<HeadlineArgument> arguments = [Label("item", overall.Item), Number("score", kpi.Current, MeasureUnit.Score), new("n", kpi.Current.N, MeasureUnit.Count)];
        if (items.Where(i => i != overall).OrderBy(i => i.Score.Value).ThenBy(i => i.Item, StringComparer.Ordinal).FirstOrDefault() is { } lowest)
        {
            arguments.AddRange([Label("lowestItem", lowest.Item), Number("lowestScore", lowest.Score, MeasureUnit.Score)]);
        }

        if (kpi.Change.Value is not null)
        {
            arguments.Add(Number("change", kpi.Change, MeasureUnit.Score));
        }

        return new Headline(HeadlineKeys.SurveyScore, kpi.Signal, arguments);
    }

    private static ParetoTable? ByCount(IReadOnlyList<ParetoTable> paretos, string level) =>
        paretos.FirstOrDefault(p => p.Measure == ParetoMeasure.Count && p.Level == level);

    private static void AddBounds(List<HeadlineArgument> arguments, Figure figure, MeasureUnit? unit)
    {
        if (figure is { Lower: { } lower, Upper: { } upper })
        {
            arguments.AddRange([new("lower", lower, unit), new("upper", upper, unit)]);
        }
    }

    private static HeadlineArgument Label(string name, string label) => new(name, Label: label);

    private static HeadlineArgument Number(string name, Figure figure, MeasureUnit unit) => new(name, figure.Value, unit);
}
