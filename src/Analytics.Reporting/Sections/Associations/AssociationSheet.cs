using Analytics.Core.Reports;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;
using ClosedXML.Excel;

namespace Analytics.Reporting.Sections.Associations;

/// <summary>Sheet 05c: cause × channel, region and segments: counts and adjusted residuals side by side.</summary>
internal static class AssociationSheet
{
    /// <summary>Columns up to which the two matrices stand side by side; wider ones stand one below the other.</summary>
    private const int MostColumnsBeside = 9;

    /// <summary>Marks that stand inside the number: the cell stays a number.</summary>
    private const string SurvivingFormat = "\"■ \"+0.0;\"◆ \"-0.0;0.0";

    /// <summary>Fills the sheet.</summary>
    public static void Fill(SheetDraft sheet)
    {
        sheet.Heading("associations.title");
        sheet.Note(sheet.Words.Get("associations.note"));
        sheet.Row++;
        var tables = sheet.Draft.Report.Associations;
        if (tables.Count == 0)
        {
            sheet.Note(sheet.Words.Get("empty.table"));
        }

        foreach (var table in tables)
        {
            Table(sheet, table);
        }

        sheet.Measure(1, 20);
        sheet.Finish(frozenRows: 2, frozenColumns: 1);
    }

    private static void Table(SheetDraft sheet, AssociationTable table)
    {
        var words = sheet.Words;
        sheet.Section(words.Get("associations.table", words.Column(table.RowColumn), words.Column(table.ColumnColumn)), Strength(table, words));
        var top = sheet.Row;
        Block(sheet, table, 1, words.Get("head.complaints"), (row, column, cell) => sheet.Put(row, column, cell.Complaints, MeasureUnit.Count));
        var beside = table.ColumnLabels.Count <= MostColumnsBeside;
        var below = sheet.Row;
        sheet.Row = beside ? top : below + 1;
        if (!beside)
        {
            sheet.Blocks.Start(sheet.Row);
        }

        Block(
            sheet, table, beside ? table.ColumnLabels.Count + 3 : 1, words.Get("head.residual"),
            (row, column, cell) => sheet.Put(row, column, cell.AdjustedResidual, Residual(cell)));
        sheet.ExplainMissing();
        sheet.Row++;
    }

    /// <summary>One matrix at the cursor; row heads only where it begins the sheet's row.</summary>
    private static void Block(SheetDraft sheet, AssociationTable table, int left, string title, Action<int, int, AssociationCell> put)
    {
        var words = sheet.Words;
        var first = left == 1 ? 2 : left;
        sheet.Put(sheet.Row++, first, title, CellLook.Note with { Bold = true }, measure: false);
        string[] columns = [.. table.ColumnLabels.Select(words.Label)];
        sheet.Header(left, left == 1 ? [words.Column(table.RowColumn), .. columns] : columns);
        for (var r = 0; r < table.RowLabels.Count; r++)
        {
            if (left == 1)
            {
                sheet.Put(sheet.Row, 1, words.Label(table.RowLabels[r]), CellLook.Text with { Bold = true });
            }

            for (var c = 0; c < columns.Length; c++)
            {
                put(sheet.Row, first + c, table.Cells[r][c]);
            }

            sheet.Row++;
        }
    }

    private static CellLook Residual(AssociationCell cell)
    {
        var mark = Marks.OfDifference(cell.AdjustedResidual, cell.Survives);
        return mark.Length == 0
            ? CellLook.Number("+0.0;-0.0;0.0") with { Align = XLAlignmentHorizontalValues.Right }
            : CellLook.Number(SurvivingFormat) with
            {
                Ink = Palette.OfMark(mark), Bold = true, Fill = mark == "■" ? Palette.PaleRed : Palette.PaleBlue, Align = XLAlignmentHorizontalValues.Right,
            };
    }

    private static string Strength(AssociationTable table, ReportWords words)
    {
        static string Text(Figure figure, int decimals, ReportWords words)
            => figure.Value is { } value ? NumberFormats.Fixed(value, decimals) : words.Figure(figure, MeasureUnit.Count);
        return $"χ² = {Text(table.ChiSquare, 1, words)}   Cramér's V = {Text(table.CramersV, 3, words)}";
    }
}
