using System.Globalization;
using System.Text;
using Analytics.Reporting.Workbook;

namespace Analytics.Jobs.Cli;

/// <summary>Writes one table as CSV or XLSX, by the ending of the file's name.</summary>
internal static class TableFile
{
    /// <summary>Writes the table.</summary>
    /// <param name="path">File name that ends in .csv or .xlsx.</param>
    /// <param name="sheet">Name of the sheet.</param>
    /// <param name="headings">Headings.</param>
    /// <param name="rows">Cells by row: text, number or null for an empty cell.</param>
    public static void Write(string path, string sheet, IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        if (Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            TableWorkbook.Write(path, sheet, headings, rows);
            return;
        }

        // with a byte-order mark, so that spreadsheets read Chinese as Chinese
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        writer.WriteLine(CsvText.Line(headings));
        foreach (var row in rows)
        {
            writer.WriteLine(CsvText.Line(row.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "")));
        }
    }
}
