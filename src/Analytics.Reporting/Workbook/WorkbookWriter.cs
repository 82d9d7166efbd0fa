using Analytics.Core.Reports;
using Analytics.Reporting.Sections.Associations;
using Analytics.Reporting.Sections.Brands;
using Analytics.Reporting.Sections.Causes;
using Analytics.Reporting.Sections.Cover;
using Analytics.Reporting.Sections.Definitions;
using Analytics.Reporting.Sections.Cases;
using Analytics.Reporting.Sections.HeatMaps;
using Analytics.Reporting.Sections.Kpis;
using Analytics.Reporting.Sections.Pareto;
using Analytics.Reporting.Sections.Quality;
using Analytics.Reporting.Sections.Satisfaction;
using Analytics.Reporting.Sections.Segments;
using Analytics.Reporting.Sections.Service;
using Analytics.Reporting.Sections.Survey;
using Analytics.Reporting.Words;
using ClosedXML.Excel;

namespace Analytics.Reporting.Workbook;

/// <summary>
/// Writes the report as an Excel workbook: the sheets of one fixed order, native charts on the cells, live totals with cached
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
        using var package = new MemoryStream();
        using var draft = new BookDraft(report, words, version);
        Fill(draft);
        Properties(draft);
        draft.Book.SaveAs(package, new SaveOptions { ValidatePackage = false, GenerateCalculationChain = false, EvaluateFormulasBeforeSaving = false });
        package.Position = 0;
        var details = PackageFinisher.Finish(package, draft);
        package.Position = 0;
        ReproducibleZip.Copy(package, target, name => name == details, (xml, output) => new DetailRowsXml(xml, words).Write(output, report.Details.Rows));
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

    private static void Fill(BookDraft draft)
    {
        var cover = new SheetDraft(draft, "sheet.cover");
        var overview = OverviewSheet.Fill(new SheetDraft(draft, "sheet.overview"));
        CoverSheet.Fill(cover, overview);
        ParetoSheet.Fill(new SheetDraft(draft, "sheet.pareto"));
        FishboneSheet.Fill(new SheetDraft(draft, "sheet.fishbone"));
        SegmentSheet.Fill(new SheetDraft(draft, "sheet.segments"));
        HeatMapSheet.Fill(new SheetDraft(draft, "sheet.heatmaps"));
        AssociationSheet.Fill(new SheetDraft(draft, "sheet.associations"));
        HandlingSheet.Fill(new SheetDraft(draft, "sheet.handling"), overview);
        ModelSheet.Fill(new SheetDraft(draft, "sheet.model"));
        SurveySheet.Fill(new SheetDraft(draft, "sheet.survey"));
        ImprovementSheet.Fill(new SheetDraft(draft, "sheet.improvement"));
        BrandSheet.Fill(new SheetDraft(draft, "sheet.brands"));
        DefinitionsSheet.Fill(new SheetDraft(draft, "sheet.definitions"));
        QualitySheet.Fill(new SheetDraft(draft, "sheet.quality"));
        DetailsSheet.Fill(new SheetDraft(draft, "sheet.details"));
    }

    private static void Properties(BookDraft draft)
    {
        var properties = draft.Book.Properties;
        properties.Title = $"{draft.Words.Title} {draft.Report.Header.Period}";
        properties.Subject = CellText.Clean(draft.Words.Scope, "");
        properties.Author = "";
        properties.LastModifiedBy = "";
        properties.Created = properties.Modified = draft.Report.Header.CutOff;
    }
}
