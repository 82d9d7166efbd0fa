using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Reporting.Workbook;

/// <summary>Numbers of a workbook's named cells; a formula is summed up again from the cells it names, not believed.</summary>
internal sealed class NamedCells(WorkbookPart book, IReadOnlyDictionary<string, string> names)
{
    private readonly Dictionary<string, Dictionary<string, Cell>> _sheets = new(StringComparer.Ordinal);

    /// <summary>
    /// The number in a named cell, or null where there is no such name or no number. Where the cell's sum differs from its cached value, null too.
    /// </summary>
    public double? Number(string name)
        => names.TryGetValue(name, out var reference) && Split(reference) is var (sheet, address) ? Number(sheet, address) : null;

    private double? Number(string sheet, string address)
    {
        if (!Cells(sheet).TryGetValue(address, out var cell))
        {
            return null;
        }

        var cached = Value(cell);
        if (cell.CellFormula is null)
        {
            return cached;
        }

        var live = Evaluate(sheet, cell.CellFormula.Text) ?? double.NaN;
        return Math.Abs(live - (cached ?? double.NaN)) <= 1e-9 * Math.Max(1, Math.Abs(live)) ? cached : null;
    }

    /// <summary>Evaluates the three forms the workbook uses: <c>SUM(C5:C9)</c>, <c>C5+C9</c> and a reference to another sheet's cell.</summary>
    private double? Evaluate(string sheet, string formula)
    {
        if (formula.StartsWith('\''))
        {
            return Split(formula) is var (other, address) ? Number(other, address) : null;
        }

        if (!formula.StartsWith("SUM(", StringComparison.Ordinal))
        {
            return formula.Split('+').Sum(a => Value(Cells(sheet).GetValueOrDefault(a)) ?? double.NaN);
        }

        var corners = formula[4..^1].Split(':');
        var column = corners[0].TrimEnd("0123456789".ToCharArray());
        var first = int.Parse(corners[0].AsSpan(column.Length), CultureInfo.InvariantCulture);
        var last = int.Parse(corners[^1].AsSpan(column.Length), CultureInfo.InvariantCulture);
        return Enumerable.Range(first, last - first + 1).Sum(row =>
            Value(Cells(sheet).GetValueOrDefault(column + row.ToString(CultureInfo.InvariantCulture))) ?? 0);
    }

    private static (string Sheet, string Address) Split(string reference)
    {
        var bang = reference.LastIndexOf('!');
        return (
            reference[..bang].Trim('\'').Replace("''", "'", StringComparison.Ordinal),
            reference[(bang + 1)..].Split(':')[0].Replace("$", "", StringComparison.Ordinal));
    }

    private static double? Value(Cell? cell)
        => cell?.CellValue is { } value
            && cell.DataType?.Value is null or CellValues.Number
            && double.TryParse(cell?.CellValue?.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private Dictionary<string, Cell> Cells(string sheet)
    {
        if (!_sheets.TryGetValue(sheet, out var cells))
        {
            var id = book.Workbook.Sheets!.Elements<Sheet>().First(s => s.Name == sheet).Id!.Value!;
            cells = ((WorksheetPart)book.GetPartById(id)).Worksheet.Descendants<Cell>().ToDictionary(c => c.CellReference!.Value!);
            _sheets.Add(sheet, cells);
        }

        return cells;
    }
}
