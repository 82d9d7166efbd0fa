using System.Globalization;
using System.Xml;
using Analytics.Core;
using Analytics.Core.Reports;
using Analytics.Reporting.Json;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;

namespace Analytics.Publishing.Publish;

/// <summary>What must hold before a report is shown to anyone.</summary>
internal static class ReportChecks
{
    /// <summary>Names of the checks, as <c>run.json</c> lists them.</summary>
    public static readonly IReadOnlyList<string> Names = ["ties", "report", "charts", "workbook"];

    /// <summary>Refuses a report of which a part does not add up to the whole.</summary>
    /// <exception cref="AnalyticsException">AN5201, with both sides of every total that does not tie.</exception>
    public static void DemandTies(Report report)
    {
        var faults = report.DataQuality.Checks.Where(c => !c.Ties)
            .Select(c => string.Create(CultureInfo.InvariantCulture, $"ties: {c.Name} adds up to {c.Actual} instead of {c.Expected}")).ToList();
        if (faults.Count > 0)
        {
            throw PublishFaults.ChecksFailed(faults);
        }
    }

    /// <summary>
    /// Refuses a written folder whose report does not read back, whose charts are no XML, or whose workbook is invalid or shows other totals than the
    /// report.
    /// </summary>
    /// <exception cref="AnalyticsException">AN5201, with every reason.</exception>
    public static void DemandFiles(string folder, string workbook, Report report, ReportWords words)
    {
        using var book = File.OpenRead(Path.Combine(folder, workbook));
        List<string> faults =
        [
            .. ReportReadsBack(folder),
            .. ChartsParse(folder),
            .. WorkbookCheck.Faults(report, words, book).Select(fault => "workbook: " + fault),
        ];
        if (faults.Count > 0)
        {
            throw PublishFaults.ChecksFailed(faults);
        }
    }

    /// <summary>Reading and writing again must give the same bytes: records hold lists, so equality of the objects would say nothing.</summary>
    private static IEnumerable<string> ReportReadsBack(string folder)
    {
        var written = File.ReadAllBytes(Path.Combine(folder, ReportFiles.ReportName));
        using var again = new MemoryStream(written.Length);
        using (var source = new MemoryStream(written))
        {
            ReportJson.Write(ReportJson.Read(source), again);
        }

        if (!again.GetBuffer().AsSpan(0, (int)again.Length).SequenceEqual(written))
        {
            yield return "report: report.json reads back differently";
        }
    }

    private static IEnumerable<string> ChartsParse(string folder)
    {
        var charts = Path.Combine(folder, ReportFiles.ChartFolder.TrimEnd('/'));
        string[] files = Directory.Exists(charts) ? Directory.GetFiles(charts) : [];
        foreach (var chart in files.Order(StringComparer.Ordinal))
        {
            if (XmlFault(chart) is { } fault)
            {
                yield return $"charts: {Path.GetFileName(chart)}: {fault}";
            }
        }
    }

    private static string? XmlFault(string path)
    {
        try
        {
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            reader.MoveToContent();
            var root = reader.LocalName;
            while (reader.Read())
            {
            }

            return root == "svg" ? null : $"its root is <{root}>";
        }
        catch (XmlException fault)
        {
            return fault.Message;
        }
    }
}
