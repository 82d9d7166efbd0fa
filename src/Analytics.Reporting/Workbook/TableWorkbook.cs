using ClosedXML.Excel;

namespace Analytics.Reporting.Workbook;

/// <summary>A workbook of one plain table, for what analysts take away: numbers as numbers, filter and frozen heading, text that stays text.</summary>
public static class TableWorkbook
{
    private const int WidestColumn = 60;

    /// <summary>Writes the file; an existing one is replaced only when the new one is whole.</summary>
    /// <param name="path">Path that ends in .xlsx.</param>
    /// <param name="sheet">Name of the sheet, at most 31 characters.</param>
    /// <param name="headings">Headings.</param>
    /// <param name="rows">Cells by row: <see cref="string"/>, <see cref="double"/> or null for an empty cell.</param>
    public static void Write(string path, string sheet, IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        using var book = new XLWorkbook();
        var page = book.AddWorksheet(sheet);
        for (var column = 0; column < headings.Count; column++)
        {
            page.Cell(1, column + 1).SetValue(headings[column]).Style.Font.SetBold();
            for (var row = 0; row < rows.Count; row++)
            {
                Fill(page.Cell(row + 2, column + 1), rows[row][column]);
            }

            var widest = rows.Select(r => r[column] as string ?? "0000000000").Append(headings[column]).Max(SheetText.Width);
            page.Column(column + 1).Width = Math.Min(WidestColumn, widest + 2);
        }

        page.SheetView.FreezeRows(1);
        page.Range(1, 1, rows.Count + 1, headings.Count).SetAutoFilter();
        using var memory = new MemoryStream();
        book.SaveAs(memory);
        memory.Position = 0;
        var partial = path + ".partial";
        try
        {
            using (var file = File.Create(partial))
            {
                ReproducibleZip.Copy(memory, file, _ => null);
            }

            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static void Fill(IXLCell cell, object? value)
    {
        if (value is double number)
        {
            cell.SetValue(number);
        }
        else if (value is string text)
        {
            cell.SetValue(SheetText.Clean(text, "…"));
        }
    }
}
