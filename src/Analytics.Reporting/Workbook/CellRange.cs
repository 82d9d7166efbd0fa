using System.Globalization;

namespace Analytics.Reporting.Workbook;

/// <summary>A rectangle of cells on a sheet; 1-based and inclusive.</summary>
internal readonly record struct CellRange(string Sheet, int Row, int Column, int LastRow, int LastColumn)
{
    /// <summary><c>'01 指标总览'!$B$5:$B$9</c>, as charts and names write it.</summary>
    public string Absolute => Quote(Sheet) + "!" + Corner(Row, Column) + (Row == LastRow && Column == LastColumn ? "" : ":" + Corner(LastRow, LastColumn));

    /// <summary><c>B5:B9</c>, as a formula of the same sheet writes it.</summary>
    public string Local => Address(Row, Column) + (Row == LastRow && Column == LastColumn ? "" : ":" + Address(LastRow, LastColumn));

    /// <summary>A single cell.</summary>
    public static CellRange Cell(string sheet, int row, int column) => new(sheet, row, column, row, column);

    /// <summary>A1 address of a 1-based row and column.</summary>
    public static string Address(int row, int column) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>Letters of a 1-based column.</summary>
    public static string Letters(int column)
        => column <= 26 ? ((char)('A' + column - 1)).ToString() : Letters((column - 1) / 26) + (char)('A' + ((column - 1) % 26));

    /// <summary>A sheet name in quotes.</summary>
    public static string Quote(string sheet) => "'" + sheet.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>Reference to one column's cells in some rows, neighbours drawn together: <c>('a'!$B$2:$B$4,'a'!$B$6)</c>.</summary>
    /// <param name="sheet">Sheet.</param>
    /// <param name="column">1-based column.</param>
    /// <param name="rows">1-based rows, ascending, at least one.</param>
    public static string Rows(string sheet, int column, IReadOnlyList<int> rows)
    {
        var parts = new List<string>();
        for (int from = 0, i = 1; i <= rows.Count; i++)
        {
            if (i == rows.Count || rows[i] != rows[i - 1] + 1)
            {
                parts.Add(new CellRange(sheet, rows[from], column, rows[i - 1], column).Absolute);
                from = i;
            }
        }

        return parts.Count == 1 ? parts[0] : $"({string.Join(',', parts)})";
    }

    private static string Corner(int row, int column) => "$" + Letters(column) + "$" + row.ToString(CultureInfo.InvariantCulture);
}
