using System.Text;
using Analytics.Core.Reports;
using Analytics.Reporting.Charts;
using Analytics.Reporting.Json;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;

namespace Analytics.Publishing.Publish;

/// <summary>
/// A report rendered into the files of a version. The workbook carries the version's number on its cover and in its name, so it is made for a number; the
/// rest is not.
/// </summary>
internal sealed class ReportFiles
{
    public const string ReportName = "report.json";
    public const string ChartFolder = "charts/";
    private readonly Report _report;
    private readonly ReportWords _words;
    private readonly StepClock _clock;
    private readonly CancellationToken _cancellation;

    public ReportFiles(Report report, ReportWords words, StepClock clock, CancellationToken cancellation)
    {
        _report = report;
        _words = words;
        _clock = clock;
        _cancellation = cancellation;
        cancellation.ThrowIfCancellationRequested();
        var json = clock.Measure("report-json", () => new PublishedFile(ReportName, Json(report)));
        cancellation.ThrowIfCancellationRequested();
        var charts = clock.Measure("charts", () => ChartFiles.Render(report, words));
        Common = [json, .. charts.Select(chart => new PublishedFile(ChartFolder + chart.Name, Encoding.UTF8.GetBytes(chart.Svg)))];
    }

    /// <summary>The files every version of this content shares.</summary>
    public IReadOnlyList<PublishedFile> Common { get; }

    /// <summary>All files of a version but the run file, the workbook first.</summary>
    public IReadOnlyList<PublishedFile> Of(int version)
    {
        _cancellation.ThrowIfCancellationRequested();
        var content = _clock.Measure("workbook", () => Bytes(stream => WorkbookWriter.Write(_report, _words, stream, version)));
        return [new PublishedFile(_words.WorkbookName(version), content), .. Common];
    }

    /// <summary>The bytes of <c>report.json</c>.</summary>
    public static byte[] Json(Report report) => Bytes(stream => ReportJson.Write(report, stream));

    private static byte[] Bytes(Action<Stream> write)
    {
        using var buffer = new MemoryStream();
        write(buffer);
        return buffer.ToArray();
    }
}
