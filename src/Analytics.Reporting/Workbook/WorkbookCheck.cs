using System.Globalization;
using System.Xml;
using Analytics.Core.Reports;
using Analytics.Reporting.Sections;
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

    /// <summary>
    /// Faults in words, empty where there are none: what the OpenXML validator says, totals that differ from the report, tables that contradict themselves,
    /// and streamed rows that are not all there.
    /// </summary>
    /// <param name="report">What was written.</param>
    /// <param name="words">The words it was written in.</param>
    /// <param name="workbook">The workbook; must seek.</param>
    public static IReadOnlyList<string> Faults(Report report, ReportWords words, Stream workbook)
    {
        using var document = SpreadsheetDocument.Open(workbook, isEditable: false);
        var book = document.WorkbookPart!;
        var streamed = SectionOutputs.Sheets.Where(s => s.Rows is not null).ToDictionary(s => Part(book, words.Get(s.Key)), s => s);
        return
        [
            .. Invalid(book, streamed.ContainsKey),
            .. Differences(report, book),
            .. SectionOutputs.All.SelectMany(section => section.Faults(report)),
            .. streamed.SelectMany(s => Missing(s.Key, s.Value, report)),
        ];
    }

    private static WorksheetPart Part(WorkbookPart book, string name)
        => (WorksheetPart)book.GetPartById(book.Workbook.Sheets!.Elements<Sheet>().First(s => s.Name == name).Id!.Value!);

    private static IEnumerable<string> Missing(WorksheetPart part, SheetPlan sheet, Report report)
    {
        var (rows, expected) = (CountRows(part) - sheet.Rows!.HeadRow, sheet.Rows.Count(report));
        if (rows != expected)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"The {sheet.Key.Split('.')[^1]} sheet has {rows} rows, the report {expected}.");
        }
    }

    /// <summary>
    /// Validates every part by itself but streamed sheets, whose ten thousand equal rows would cost more than the rest of the report; their rows are
    /// counted instead, and tests validate them.
    /// </summary>
    private static IEnumerable<string> Invalid(WorkbookPart book, Func<WorksheetPart, bool> isStreamed)
    {
        var validator = new OpenXmlValidator(FileFormatVersions.Office2013);
        var parts = new List<OpenXmlPart> { book };
        for (var i = 0; i < parts.Count; i++)
        {
            parts.AddRange(parts[i].Parts.Select(p => p.OpenXmlPart).Where(p => !parts.Contains(p)));
        }

        return parts.Where(p => p is not WorksheetPart sheet || !isStreamed(sheet)).SelectMany(p => validator.Validate(p))
            .Take(MostValidatorFaults)
            .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}");
    }

    private static IEnumerable<string> Differences(Report report, WorkbookPart book)
    {
        var names = book.Workbook.DefinedNames?.Elements<DefinedName>().Where(n => n.LocalSheetId is null).ToDictionary(n => n.Name!.Value!, n => n.Text) ?? [];
        var cells = new NamedCells(book, names);
        foreach (var (name, expected) in SectionOutputs.All.SelectMany(section => section.Totals(report)))
        {
            // sums of the same numbers in another order differ in their last digits
            var actual = cells.Number(name);
            if (actual is null || Math.Abs(actual.Value - expected) > 1e-9 * Math.Max(1, Math.Abs(expected)))
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name} is {(actual is { } value ? value.ToString("R", CultureInfo.InvariantCulture) : "missing")} in the workbook, {expected:R} in "
                        + $"the report.");
            }
        }
    }

    private static int CountRows(WorksheetPart part)
    {
        using var reader = XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read));
        var rows = 0;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "row")
            {
                rows++;
            }
        }

        return rows;
    }
}
