using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Reporting.Charts.Plots;
using Analytics.Reporting.Sections.Causes;
using Analytics.Reporting.Sections.HeatMaps;
using Analytics.Reporting.Sections.Kpis;
using Analytics.Reporting.Sections.Pareto;
using Analytics.Reporting.Sections.Satisfaction;
using Analytics.Reporting.Sections.Segments;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Charts;

/// <summary>Every chart of a report as stand-alone SVG. The same report and words give the same text, byte for byte.</summary>
public static class ChartFiles
{
    /// <summary>
    /// Draws what the report has: <c>pareto-*.svg</c>, <c>pareto-two-levels.svg</c>, <c>trend-*.svg</c>, <c>heatmap-*.svg</c>, <c>segment-*.svg</c>,
    /// <c>fishbone.svg</c>, <c>satisfaction-*.svg</c>. A table without a value to show gives no file; <see cref="NotDrawn"/> names it.
    /// </summary>
    public static IReadOnlyList<ChartFile> Render(Report report, ReportWords words)
    {
        var context = new ChartContext(report.Header, words);
        using var renderer = new PlotRenderer();
        return [.. Planned(report, context, renderer).Where(p => p.Missing is null).Select(p => new ChartFile(p.Name, p.Draw()))];
    }

    /// <summary>One sentence for every chart <see cref="Render"/> leaves out although the report has its table: which and why.</summary>
    public static IReadOnlyList<string> NotDrawn(Report report, ReportWords words)
    {
        var context = new ChartContext(report.Header, words);
        using var renderer = new PlotRenderer();
        return [.. Planned(report, context, renderer).Where(p => p.Missing is not null).Select(p => context.Get("none.chart", p.Subject, p.Missing))];
    }

    private static IEnumerable<Plan> Planned(Report report, ChartContext context, PlotRenderer renderer)
    {
        var words = context.Words;
        foreach (var table in report.Paretos.Where(p => p.Within is null))
        {
            var measure = table.Measure == ParetoMeasure.Count ? "" : Words(table.Measure.ToString());
            var missing = table.Items.Count == 0 || table.Total <= 0 ? context.Get("none.empty") : null;
            yield return new(Name("pareto", table.Level, measure), ParetoChart.LevelName(table, words) + " × " + words.Measure(table.Measure), missing, () => ParetoChart.Draw(table, context, renderer));
        }

        if (TwoLevels(report, context) is { } twoLevels)
            yield return twoLevels;
        foreach (var kpi in report.Kpis)
        {
            var missing = TrendChart.CanDraw(kpi) ? null : context.Get("none.short");
            yield return new(Name("trend", Words(kpi.Id.ToString())), context.Get("trend.title", words.Kpi(kpi.Id)), missing, () => TrendChart.Draw(kpi, context, renderer));
        }

        foreach (var map in report.HeatMaps)
        {
            var missing = map.RowLabels.Count == 0 || map.ColumnLabels.Count == 0 ? context.Get("none.empty") : AllHidden(map) ? context.Get("none.hidden") : null;
            yield return new(Name("heatmap", map.RowColumn, map.ColumnColumn), context.Get("heat.title", words.Column(map.RowColumn), words.Column(map.ColumnColumn)), missing, () => HeatMapChart.Draw(map, context));
        }

        var overall = report.Kpis.FirstOrDefault(k => k.Id == KpiId.ComplaintsPer10kSubscribers)?.Current ?? Figure.Absent(AbsenceReasons.NoSubscribers);
        foreach (var table in report.Segments)
        {
            var missing = table.Rows.Count == 0 ? context.Get("none.empty") : SegmentChart.CanDraw(table) ? null : context.Get("none.hidden");
            yield return new(Name("segment", table.Column), context.Get("segment.rate", words.Column(table.Column)), missing, () => SegmentChart.Draw(table, overall, context));
        }

        var complaints = report.Kpis.FirstOrDefault(k => k.Id == KpiId.Complaints)?.Current ?? Figure.Absent(AbsenceReasons.NoDataInPeriod);
        var causes = report.Causes.Any(c => c.Label is not null) ? null : context.Get("none.empty");
        yield return new("fishbone.svg", context.Get("fishbone.title"), causes, () => FishboneChart.Draw(report.Causes, complaints, context));
        foreach (var plan in Satisfaction(report.Satisfaction, context))
        {
            yield return plan;
        }
    }

    private static IEnumerable<Plan> Satisfaction(SatisfactionSection? section, ChartContext context)
    {
        if (section?.Model is { } model)
        {
            var target = context.Words.Label(model.Target);
            yield return new("satisfaction-paths.svg", context.Get("paths.title", context.Words.Find("model.name." + model.Name) ?? model.Name), PathDiagram.Missing(model) is { } key ? context.Get(key) : null, () => PathDiagram.Draw(model, context));
            yield return new("satisfaction-index.svg", context.Get("index.title", target), IndexTrendChart.CanDraw(model) ? null : context.Get("none.short"), () => IndexTrendChart.Draw(model, context));
        }

        if (section?.Improvement is not { } improvement)
            yield break;
        var improved = context.Words.Label(improvement.Target);
        if (improvement.Constructs is { } constructs)
            yield return new("satisfaction-priorities-constructs.svg", context.Get("priority.constructs", improved), PriorityChart.CanDraw(constructs) ? null : context.Get("none.few-points"), () => PriorityChart.Draw(improvement, constructs, false, context));
        yield return new("satisfaction-priorities.svg", context.Get("priority.items", improved), PriorityChart.CanDraw(improvement.Items) ? null : context.Get("none.few-points"), () => PriorityChart.Draw(improvement, improvement.Items, true, context));
    }

    private static Plan? TwoLevels(Report report, ChartContext context)
    {
        var categories = report.Paretos.FirstOrDefault(p => p is { Level: "category", Measure: ParetoMeasure.Count, Total: > 0 });
        var within = report.Paretos.Where(p => p is { Within: not null, Measure: ParetoMeasure.Count, Total: > 0 }).ToList();
        return categories is null || within.Count == 0
            ? null
            : new("pareto-two-levels.svg", "", null, () => TwoLevelParetoChart.Draw(categories, within, context));
    }

    private static bool AllHidden(HeatMap map) => map.Cells.All(row => row.All(cell => cell.Value.State != FigureState.Known));

    /// <summary>Words of a name in Pascal case: <c>EscalatedShare</c> → <c>Escalated-Share</c>.</summary>
    private static string Words(string name)
        => string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 && !char.IsUpper(name[i - 1]) ? "-" + c : c.ToString()));

    private static string Name(params ReadOnlySpan<string> parts)
    {
        var kept = new List<string>();
        foreach (var part in parts)
        {
            if (part.Length > 0)
                kept.Add(part.ToLowerInvariant().Replace('_', '-'));
        }

        return string.Join('-', kept) + ".svg";
    }

    /// <summary>A chart that may be drawn.</summary>
    /// <param name="Name">File name.</param>
    /// <param name="Subject">What it shows, in words.</param>
    /// <param name="Missing">Why it cannot be drawn, or null.</param>
    /// <param name="Draw">Draws it.</param>
    private sealed record Plan(string Name, string Subject, string? Missing, Func<string> Draw);
}
