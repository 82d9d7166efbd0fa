using System.Globalization;
using System.Xml;
using Analytics.Core.Reports;
using Analytics.Reporting.Sections.Cases;
using Analytics.Reporting.Sections.Satisfaction;
using Analytics.Reporting.Words;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Analytics.Reporting.Workbook;

/// <summary>Reads a written workbook back before it is published: is it valid, and do its totals tie with the report?</summary>
public static class WorkbookCheck
{
    private const int MostValidatorFaults = 20;

    /// <summary>Faults in words, empty where there are none: what the OpenXML validator says, totals and tiles that differ from the report, satisfaction tables that contradict themselves, and detail rows that are not all there.</summary>
    /// <param name="report">What was written.</param>
    /// <param name="words">The words it was written in.</param>
    /// <param name="workbook">The workbook; must seek.</param>
    public static IReadOnlyList<string> Faults(Report report, ReportWords words, Stream workbook)
    {
        using var document = SpreadsheetDocument.Open(workbook, isEditable: false);
        var book = document.WorkbookPart!;
        var details = book.Workbook.Sheets!.Elements<Sheet>().First(s => s.Name == words.Get("sheet.details"));
        var detailsPart = (WorksheetPart)book.GetPartById(details.Id!.Value!);
        var faults = new List<string>();
        faults.AddRange(Invalid(book, detailsPart));
        faults.AddRange(Differences(report, book));
        faults.AddRange(SatisfactionCheck.Faults(report.Satisfaction));
        var rows = CountRows(detailsPart) - DetailsSheet.HeadRow;
        if (rows != report.Details.Rows.Count)
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"The details sheet has {rows} rows, the report {report.Details.Rows.Count}."));
        return faults;
    }

    /// <summary>
    /// Validates every part by itself but the details sheet, whose ten thousand equal rows would cost more than the rest of the report;
    /// its rows are counted instead, and tests validate it.
    /// </summary>
    private static IEnumerable<string> Invalid(WorkbookPart book, WorksheetPart details)
    {
        var validator = new OpenXmlValidator(FileFormatVersions.Office2013);
        var parts = new List<OpenXmlPart> { book };
        for (var i = 0; i < parts.Count; i++)
        {
            parts.AddRange(parts[i].Parts.Select(p => p.OpenXmlPart).Where(p => !parts.Contains(p)));
        }

        return parts.Where(p => p != details).SelectMany(p => validator.Validate(p))
            .Take(MostValidatorFaults)
            .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}");
    }

    private static IEnumerable<string> Differences(Report report, WorkbookPart book)
    {
        var names = book.Workbook.DefinedNames?.Elements<DefinedName>().Where(n => n.LocalSheetId is null).ToDictionary(n => n.Name!.Value!, n => n.Text) ?? [];
        var cells = new NamedCells(book, names);
        foreach (var (name, expected) in Expected(report))
        {
            var actual = cells.Number(name);
            if (actual is null || Math.Abs(actual.Value - expected) > 1e-9 * Math.Max(1, Math.Abs(expected)))
                yield return string.Create(CultureInfo.InvariantCulture, $"{name} is {(actual is { } value ? value.ToString("R", CultureInfo.InvariantCulture) : "missing")} in the workbook, {expected:R} in the report.");
        }
    }

    /// <summary>What the named cells must hold.</summary>
    private static IEnumerable<(string Name, double Expected)> Expected(Report report)
    {
        foreach (var kpi in report.Kpis.Where(k => k.Current.State == FigureState.Known))
        {
            yield return (WorkbookNames.Kpi(kpi.Id), kpi.Current.Value!.Value);
            yield return (WorkbookNames.Cover(kpi.Id), kpi.Current.Value!.Value);
        }

        for (var i = 0; i < report.Paretos.Count; i++)
        {
            yield return (WorkbookNames.Pareto(i), report.Paretos[i].Total);
        }

        for (var i = 0; i < report.Segments.Count; i++)
        {
            yield return (WorkbookNames.Segment(i), report.Segments[i].TotalComplaints);
        }

        var complaints = report.Kpis.FirstOrDefault(k => k.Id == KpiId.Complaints)?.Current.Value;
        if (complaints is { } total && report.Causes.Count > 0 && report.Causes.All(c => c.Complaints.State == FigureState.Known))
            yield return (WorkbookNames.Tree, total);
        foreach (var (name, expected) in SatisfactionCheck.Named(report.Satisfaction))
        {
            yield return (name, expected);
        }

        var imports = report.DataQuality.Imports;
        long[] sums = [imports.Sum(i => i.Read), imports.Sum(i => i.Stored), imports.Sum(i => i.AlreadyThere), imports.Sum(i => i.Quarantined)];
        for (var i = 0; i < sums.Length; i++)
        {
            yield return (WorkbookNames.Imports[i], sums[i]);
        }
    }

    private static int CountRows(WorksheetPart part)
    {
        using var reader = XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read));
        var rows = 0;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "row")
                rows++;
        }

        return rows;
    }
}
