using Analytics.Core.Reports;
using Analytics.Reporting.Sections;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Charts;

/// <summary>Every chart of a report as stand-alone SVG. The same report and words give the same text, byte for byte.</summary>
public static class ChartFiles
{
    /// <summary>
    /// Draws the charts its sections ask for: <c>pareto-*.svg</c>, <c>trend-*.svg</c>, <c>segment-*.svg</c>, <c>fishbone.svg</c>… A table without a value to
    /// show gives no file; <see cref="NotDrawn"/> names it.
    /// </summary>
    /// <param name="report">What is drawn.</param>
    /// <param name="words">In which words.</param>
    public static IReadOnlyList<ChartFile> Render(Report report, ReportWords words)
    {
        using var context = new ChartContext(report.Header, words);
        return [.. Plans(report, context).Where(p => p.Missing is null).Select(p => new ChartFile(p.Name, p.Draw()))];
    }

    /// <summary>One sentence for every chart <see cref="Render"/> leaves out although the report has its table: which and why.</summary>
    /// <param name="report">What is drawn.</param>
    /// <param name="words">In which words.</param>
    public static IReadOnlyList<string> NotDrawn(Report report, ReportWords words)
    {
        using var context = new ChartContext(report.Header, words);
        return [.. Plans(report, context).Where(p => p.Missing is not null).Select(p => context.Get("none.chart", p.Subject, p.Missing))];
    }

    private static IEnumerable<ChartPlan> Plans(Report report, ChartContext context)
        => SectionOutputs.All.SelectMany(section => section.Charts(report, context));
}
