using Analytics.Core.Reports;
using Analytics.Reporting.Sections;
using Analytics.Reporting.Words;
using ClosedXML.Excel;

namespace Analytics.Reporting.Workbook;

/// <summary>
/// Writes the report as an Excel workbook: the sheets of its sections, native charts on the cells, live totals with cached
/// values. It computes no figure of its own, and the same report in the same language is the same bytes.
/// </summary>
public static class WorkbookWriter
{
    /// <summary>Writes the workbook.</summary>
    /// <param name="report">What it shows.</param>
    /// <param name="words">In which words.</param>
    /// <param name="target">Where it goes; need not seek and stays open.</param>
    /// <param name="version">Version of the publication printed on the cover; null prints —.</param>
    public static void Write(Report report, ReportWords words, Stream target, int? version = null)
    {
        // in memory, since the finished package is read twice before it goes to a target that may not seek
        using var package = new MemoryStream();
        using var draft = new BookDraft(report, words, version);
        Fill(draft);
        Properties(draft);
        draft.Book.SaveAs(package, new SaveOptions { ValidatePackage = false, GenerateCalculationChain = false, EvaluateFormulasBeforeSaving = false });
        package.Position = 0;
        var entries = PackageFinisher.Finish(package, draft);
        package.Position = 0;
        var streamed = SectionOutputs.Sheets.Where(s => s.Rows is not null).ToDictionary(s => entries[words.Get(s.Key)], s => s.Rows!);
        ReproducibleZip.Copy(
            package, target, entry => streamed.TryGetValue(entry, out var rows) ? (xml, output) => rows.Write(xml, output, report, words) : null);
    }

    /// <summary>Writes the workbook to a file, replacing what is there.</summary>
    /// <param name="report">What it shows.</param>
    /// <param name="words">In which words.</param>
    /// <param name="path">The file.</param>
    /// <param name="version">Version of the publication printed on the cover; null prints —.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(Report report, ReportWords words, string path, int? version = null)
    {
        using var file = File.Create(path);
        Write(report, words, file, version);
    }

    /// <summary>
    /// Worksheets are made in the order of the numbers their names begin with. Then those others refer to are filled, so that a sheet may refer to one that
    /// stands after it, and then the rest.
    /// </summary>
    private static void Fill(BookDraft draft)
    {
        var drafts = SectionOutputs.Sheets
            .OrderBy(s => draft.Words.Get(s.Key), StringComparer.Ordinal)
            .Select(s => (Plan: s, Sheet: new SheetDraft(draft, s.Key)))
            .ToList();
        var links = SheetLinks.None;
        foreach (var (plan, sheet) in drafts.OrderByDescending(s => s.Plan.IsReferredTo))
        {
            links = plan.Fill(sheet, links);
        }
    }

    private static void Properties(BookDraft draft)
    {
        var properties = draft.Book.Properties;
        properties.Title = $"{draft.Words.Title} {draft.Report.Header.Period}";
        properties.Subject = SheetText.Clean(draft.Words.Scope, "");
        properties.Author = "";
        properties.LastModifiedBy = "";
        properties.Created = properties.Modified = draft.Report.Header.CutOff;
    }
}
