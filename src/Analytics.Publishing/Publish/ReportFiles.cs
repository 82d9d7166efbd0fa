using System.Text;
using Analytics.Core.Reports;
using Analytics.Reporting.Charts;
using Analytics.Reporting.Json;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;

namespace Analytics.Publishing.Publish;

/// <summary>A report rendered into the files of a version. The workbook carries the version's number on its cover and in its name, so it is made for a number; the rest is not.</summary>
internal sealed class ReportFiles
{
    public const string ReportName = "report.json";
    public const string ChartFolder = "charts/";
    private readonly Report _report;
    private readonly ReportWords _words;
    private readonly StepClock _clock;

    public ReportFiles(Report report, ReportWords words, StepClock clock)
    {
        _report = report;
        _words = words;
        _clock = clock;
        var json = clock.Measure("report-json", () => new PublishedFile(ReportName, Json(report)));
        var charts = clock.Measure("charts", () => ChartFiles.Render(report, words));
        Common = [json, .. charts.Select(chart => new PublishedFile(ChartFolder + chart.Name, Encoding.UTF8.GetBytes(chart.Svg)))];
    }

    /// <summary>The files every version of this content shares.</summary>
    public IReadOnlyList<PublishedFile> Common { get; }

    /// <summary>All files of a version but the run file, the workbook first.</summary>
    public IReadOnlyList<PublishedFile> Of(int version) =>
        [_clock.Measure("workbook", () => new PublishedFile(_words.WorkbookName(version), Bytes(stream => WorkbookWriter.Write(_report, _words, stream, version)))), .. Common];

    /// <summary>The bytes of <c>report.json</c>.</summary>
    public static byte[] Json(Report report) => Bytes(stream => ReportJson.Write(report, stream));

    private static byte[] Bytes(Action<Stream> write)
    {
        using var buffer = new MemoryStream();
        write(buffer);
        return buffer.ToArray();
    }
}
