using Analytics.Core.Reports;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;
using ClosedXML.Excel;

namespace Analytics.Reporting.Sections.HeatMaps;

/// <summary>Sheet 05b: every two-way segmentation as coloured cells: rate, complaints, subscribers and residual, two by two.</summary>
internal static class HeatMapSheet
{
    /// <summary>Fills the sheet.</summary>
    public static void Fill(SheetDraft sheet)
    {
        sheet.Heading("heatmaps.title");
        sheet.Note(sheet.Words.Get("heatmaps.legend"));
        sheet.Note(sheet.Words.Get("legend.cells"));
        sheet.Row++;
        var maps = sheet.Draft.Report.HeatMaps;
        if (maps.Count == 0)
        {
            sheet.Note(sheet.Words.Get("empty.table"));
        }

        foreach (var map in maps)
        {
            Map(sheet, map);
        }

        sheet.Finish(frozenRows: 2);
    }

    private static void Map(SheetDraft sheet, HeatMap map)
    {
        var words = sheet.Words;
        sheet.Section(words.Get("heatmaps.map", words.Column(map.RowColumn), words.Column(map.ColumnColumn)));
        var right = map.ColumnLabels.Count + 3;
        var top = sheet.Row;
        var value = words.Get(map.Unit == MeasureUnit.Per10k ? "head.rate" : "head.share");
        Block(
            sheet, map, top, 1, words.Get("head.withUnit", value, words.Unit(map.Unit)), c => c.Value,
            CellLook.Number(NumberFormats.Excel(map.Unit)) with { Align = XLAlignmentHorizontalValues.Center });
        Block(
            sheet, map, top, right, words.Get("head.residual"), c => c.AdjustedResidual,
            CellLook.Number("+0.0;-0.0;0.0") with { Align = XLAlignmentHorizontalValues.Center });
        var below = top + map.RowLabels.Count + 3;
        Block(
            sheet, map, below, 1, words.Get("head.complaints"), c => c.Complaints,
            CellLook.Number("#,##0") with { Align = XLAlignmentHorizontalValues.Center });
        Block(
            sheet, map, below, right, words.Get("head.subscribers"), c => c.Subscribers,
            CellLook.Number("#,##0") with { Align = XLAlignmentHorizontalValues.Center });
        Scale(sheet.Sheet.Range(top + 2, 2, top + 1 + map.RowLabels.Count, 1 + map.ColumnLabels.Count));
        Residuals(sheet.Sheet.Range(top + 2, right + 1, top + 1 + map.RowLabels.Count, right + map.ColumnLabels.Count));
        sheet.Row = below + map.RowLabels.Count + 2;
        sheet.ExplainMissing();
        sheet.Blocks.Keep(top - 1, sheet.Row++);
    }

    private static void Block(SheetDraft sheet, HeatMap map, int top, int left, string title, Func<HeatMapCell, Figure> figure, CellLook look)
    {
        var words = sheet.Words;
        sheet.Put(top, left, title, CellLook.Note with { Bold = true }, measure: false);
        sheet.Row = top + 1;
        sheet.Header(left, [$"{words.Column(map.RowColumn)} \\ {words.Column(map.ColumnColumn)}", .. map.ColumnLabels.Select(words.Label)]);
        for (var r = 0; r < map.RowLabels.Count; r++)
        {
            var row = top + 2 + r;
            sheet.Put(row, left, words.Label(map.RowLabels[r]), CellLook.Text with { Bold = true });
            for (var c = 0; c < map.ColumnLabels.Count; c++)
            {
                var cell = figure(map.Cells[r][c]);
                sheet.Put(row, left + c + 1, cell, look);
                if (cell.State != FigureState.Known)
                {
                    var missing = CellLook.Missing with { Align = XLAlignmentHorizontalValues.Center, Fill = Palette.PaleGrey };
                    sheet.Sheet.Cell(row, left + c + 1).Style = sheet.Draft.Style(missing);
                }
            }
        }
    }

    private static void Scale(IXLRange cells)
        => cells.AddConditionalFormat().ColorScale().LowestValue(XLColor.FromHtml("#" + Palette.White)).HighestValue(XLColor.FromHtml("#" + Palette.Deep));

    private static void Residuals(IXLRange cells)
    {
        cells.AddConditionalFormat().WhenGreaterThan(1.96).Fill.SetBackgroundColor(XLColor.FromHtml("#" + Palette.PaleRed));
        cells.AddConditionalFormat().WhenLessThan(-1.96).Fill.SetBackgroundColor(XLColor.FromHtml("#" + Palette.PaleBlue));
    }
}
