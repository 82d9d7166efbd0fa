using Analytics.Core.Reports;
using Analytics.Reporting.Charts.Plots;
using Analytics.Reporting.Text;

namespace Analytics.Reporting.Charts;

/// <summary>Every chart of a report as stand-alone SVG. The same report and words give the same text, byte for byte.</summary>
public static class ChartFiles
{
    /// <summary>
    /// Draws what the report has: <c>pareto-*.svg</c>, <c>pareto-two-levels.svg</c>, <c>trend-*.svg</c>, <c>heatmap-*.svg</c>, <c>segment-*.svg</c>,
    /// <c>fishbone.svg</c>. A table without a value to show gives no file; the data-quality sheet names it.
    /// </summary>
    public static IReadOnlyList<ChartFile> Render(Report report, ReportWords words)
    {
        var context = new ChartContext(report.Header, words);
        using var renderer = new PlotRenderer();
        var files = new List<ChartFile>();
        files.AddRange(report.Paretos.Where(p => p.Within is null && p.Total > 0 && p.Items.Count > 0)
            .Select(p => new ChartFile(Name("pareto", p.Level, p.Measure == ParetoMeasure.Count ? "" : p.Measure.ToString()), ParetoChart.Draw(p, context, renderer))));
        return files;
    }

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
}
