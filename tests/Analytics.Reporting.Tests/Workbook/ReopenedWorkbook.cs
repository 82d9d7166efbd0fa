using System.Globalization;
using Analytics.Core.Reports;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Analytics.Reporting.Tests.Workbook;

/// <summary>A workbook written and read back with the OpenXML SDK alone.</summary>
public sealed class ReopenedWorkbook : IDisposable
{
    private readonly SpreadsheetDocument _document;
    private readonly Dictionary<string, Dictionary<(int Row, int Column), Cell>> _sheets = [];
    private readonly string[] _strings;

    public ReopenedWorkbook(Report report, string language)
    {
        Words = new ReportWords(language, report);
        Bytes = Write(report, language);
        _document = SpreadsheetDocument.Open(new MemoryStream(Bytes), isEditable: false);
        _strings = [.. _document.WorkbookPart!.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>().Select(i => i.InnerText)];
    }

    public ReportWords Words { get; }

    public byte[] Bytes { get; }

    public SpreadsheetDocument Document => _document;

    public IReadOnlyList<string> SheetNames => [.. _document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value!)];

    public IReadOnlyList<ValidationErrorInfo> ValidatorFaults => [.. new OpenXmlValidator(FileFormatVersions.Office2013).Validate(_document)];

    public static byte[] Write(Report report, string language)
    {
        using var stream = new MemoryStream();
        WorkbookWriter.Write(report, new ReportWords(language, report), stream, 3);
        return stream.ToArray();
    }

    /// <summary>Rows of a sheet, 1-based, whose first cells hold the text; the search begins after a row.</summary>
    public int Row(string key, string text, int after = 0, int column = 1)
        => Cells(key)
            .Where(c => c.Key.Column == column && c.Key.Row > after && Text(key, c.Key.Row, column) == text)
            .Select(c => c.Key.Row)
            .DefaultIfEmpty(-1)
            .Min();

    public string Text(string key, int row, int column)
    {
        if (!Cells(key).TryGetValue((row, column), out var cell) || (cell.CellValue is null && cell.InlineString is null))
        {
            return "";
        }

        return cell.DataType?.Value == CellValues.SharedString ? _strings[int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)]
            : cell.DataType?.Value == CellValues.InlineString ? cell.InlineString!.InnerText
            : cell.CellValue?.Text ?? "";
    }

    public double? Number(string key, int row, int column)
        => Cells(key).TryGetValue((row, column), out var cell) && cell.DataType is null or { Value: CellValues.Number } && cell?.CellValue is { } value
            ? double.Parse(value.Text, CultureInfo.InvariantCulture) : null;

    public string? Formula(string key, int row, int column) => Cells(key).GetValueOrDefault((row, column))?.CellFormula?.Text;

    public bool IsQuoted(string key, int row, int column)
    {
        var style = (int)(Cells(key)[(row, column)].StyleIndex?.Value ?? 0);
        return _document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt(style).QuotePrefix?.Value == true;
    }

    /// <summary>What stands in a figure's cell: the number, ○ or —.</summary>
    public void ShouldHold(string key, int row, int column, Figure figure, double factor = 1)
    {
        var place = $"{key} R{row}C{column}";
        if (figure is { State: FigureState.Known, Value: { } value })
        {
            Number(key, row, column).ShouldNotBeNull(place).ShouldBe(value * factor, 1e-12 + (Math.Abs(value * factor) * 1e-14), place);
        }
        else
        {
            Text(key, row, column).ShouldBe(figure.State == FigureState.Suppressed ? "○" : "—", place);
        }
    }

    /// <summary>A figure and its two bounds.</summary>
    public void ShouldHoldBounds(string key, int row, int column, Figure figure, double factor = 1)
    {
        ShouldHold(key, row, column, figure, factor);
        foreach (var (bound, at) in new[] { (figure.Lower, column + 1), (figure.Upper, column + 2) })
        {
            if (bound is { } value)
            {
                Number(key, row, at).ShouldNotBeNull($"{key} R{row}C{at}").ShouldBe(value * factor, 1e-12 + (Math.Abs(value * factor) * 1e-14));
            }
            else
            {
                Text(key, row, at).ShouldBe(figure.State == FigureState.Suppressed ? "○" : "", $"{key} R{row}C{at}");
            }
        }
    }

    public WorksheetPart Part(string key) => (WorksheetPart)_document.WorkbookPart!.GetPartById(
        _document.WorkbookPart.Workbook.Sheets!.Elements<Sheet>().Single(s => s.Name == Words.Get(key)).Id!.Value!);

    public void Dispose() => _document.Dispose();

    private Dictionary<(int Row, int Column), Cell> Cells(string key)
    {
        if (!_sheets.TryGetValue(key, out var cells))
        {
            _sheets.Add(key, cells = Part(key).Worksheet.Descendants<Cell>().ToDictionary(c => Place(c.CellReference!.Value!)));
        }

        return cells;
    }

    private static (int Row, int Column) Place(string address)
    {
        var letters = address.TakeWhile(char.IsLetter).ToArray();
        return (int.Parse(address.AsSpan(letters.Length), CultureInfo.InvariantCulture), letters.Aggregate(0, (sum, c) => (sum * 26) + c - 'A' + 1));
    }
}
