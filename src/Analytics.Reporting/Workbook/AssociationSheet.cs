using Analytics.Core.Reports;
using Analytics.Reporting.Text;
using ClosedXML.Excel;

namespace Analytics.Reporting.Workbook;

/// <summary>Sheet 05c: cause × channel, region and segments: counts and adjusted residuals side by side.</summary>
internal static class AssociationSheet
{
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
            sheet.Note(sheet.Words.Get("empty.table"));
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
        var residuals = table.ColumnLabels.Count + 3;
        sheet.Put(sheet.Row, 2, words.Get("head.complaints"), CellLook.Note with { Bold = true }, measure: false);
        sheet.Put(sheet.Row++, residuals, words.Get("head.residual"), CellLook.Note with { Bold = true }, measure: false);
        string[] columns = [.. table.ColumnLabels.Select(words.Label)];
        sheet.Header(1, [words.Column(table.RowColumn), .. columns]);
        sheet.Row--;
        sheet.Header(residuals, columns);
        for (var r = 0; r < table.RowLabels.Count; r++)
        {
            sheet.Put(sheet.Row, 1, words.Label(table.RowLabels[r]), CellLook.Text with { Bold = true });
            for (var c = 0; c < columns.Length; c++)
            {
                var cell = table.Cells[r][c];
                sheet.Put(sheet.Row, 2 + c, cell.Complaints, MeasureUnit.Count);
                sheet.Put(sheet.Row, residuals + c, cell.AdjustedResidual, Residual(cell));
            }

            sheet.Row++;
        }

        sheet.ExplainMissing();
        sheet.Row++;
    }

    private static CellLook Residual(AssociationCell cell)
    {
        var (mark, colour) = SegmentSheet.Verdict(cell.AdjustedResidual, cell.Survives);
        return mark.Length == 0
            ? CellLook.Number("+0.0;-0.0;0.0") with { Align = XLAlignmentHorizontalValues.Right }
            : CellLook.Number(SurvivingFormat) with { Ink = colour, Bold = true, Fill = mark == "■" ? Palette.PaleRed : Palette.PaleBlue, Align = XLAlignmentHorizontalValues.Right };
    }

    private static string Strength(AssociationTable table, ReportWords words)
    {
        static string Text(Figure figure, int decimals, ReportWords words) => figure.Value is { } value ? NumberFormats.Fixed(value, decimals) : words.Figure(figure, MeasureUnit.Count);
        return $"χ² = {Text(table.ChiSquare, 1, words)}   Cramér's V = {Text(table.CramersV, 3, words)}";
    }
}
