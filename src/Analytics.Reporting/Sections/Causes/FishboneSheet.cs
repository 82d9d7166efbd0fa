using Analytics.Core.Reports;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Sections.Causes;

/// <summary>Sheet 04: the cause tree as a fishbone drawn in shapes, and as an indented table with its change.</summary>
internal static class FishboneSheet
{
    private const int DrawingRows = 24;
    private const double DrawingRowHeight = 17;
    private const int Complaints = 3;
    private static readonly double[] Widths = [26, 30, 13, 12, 13, 13, 13, 13, 22];

    /// <summary>Fills the sheet.</summary>
    public static void Fill(SheetDraft sheet)
    {
        var words = sheet.Words;
        sheet.Heading("fishbone.title");
        for (var i = 0; i < Widths.Length; i++)
        {
            sheet.Width(i + 1, Widths[i]);
        }

        var causes = sheet.Draft.Report.Causes;
        if (causes.Count > 0)
        {
            Draw(sheet, causes);
        }

        sheet.Section(words.Get("fishbone.table"), words.Get("fishbone.note"));
        string[] keys = ["category", "cause", "complaints", "share", "previous", "change", "changeLower", "changeUpper", "beyondChance"];
        sheet.Header(1, [.. keys.Select(k => words.Get("head." + k))]);
        var rows = new List<int>();
        foreach (var category in causes)
        {
            rows.Add(sheet.Row);
            Node(sheet, category, 1);
            foreach (var cause in category.Children)
            {
                Node(sheet, cause, 2);
            }
        }

        if (causes.Count == 0)
        {
            sheet.Note(words.Get("empty.table"));
        }
        else
        {
            Total(sheet, causes, rows);
        }

        sheet.ExplainMissing();
        sheet.Finish(frozenRows: 2);
    }

    /// <summary>Mark of a change whose interval does not hold zero: ■ grew, ◆ fell; else nothing.</summary>
    public static string MarkOf(Figure change) => change switch
    {
        { State: FigureState.Known, Lower: > 0 } => "■",
        { State: FigureState.Known, Upper: < 0 } => "◆",
        _ => "",
    };

    private static void Draw(SheetDraft sheet, IReadOnlyList<CauseNode> causes)
    {
        var top = sheet.Row;
        for (var i = 0; i < DrawingRows; i++)
        {
            sheet.Sheet.Row(top + i).Height = DrawingRowHeight;
        }

        var width = Widths.Sum() * 7 + (Widths.Length * 5);
        var drawing = new FishboneDrawing(width * 9525, DrawingRows * DrawingRowHeight * 12700, sheet.Words);
        sheet.Draft.Shapes.Add(new PlacedShapes(sheet.Name, drawing.Anchor(causes, top - 1, top - 1 + DrawingRows, Widths.Length)));
        sheet.Blocks.Keep(top, top + DrawingRows - 1);
        sheet.Row = top + DrawingRows + 1;
    }

    private static void Node(SheetDraft sheet, CauseNode node, int level)
    {
        var (row, words) = (sheet.Row++, sheet.Words);
        var fill = level == 1 ? Palette.Pale : null;
        sheet.Put(row, 1, level == 1 ? words.Label(node.Label) : "", CellLook.Text with { Bold = true, Fill = fill });
        sheet.Put(row, 2, level == 2 ? words.Label(node.Label) : "", CellLook.Text with { Fill = fill });
        CellLook Look(string format) => CellLook.Number(format) with { Fill = fill, Bold = level == 1 };
        sheet.Put(row, Complaints, node.Complaints, Look("#,##0"));
        sheet.Put(row, 4, node.Share, Look("0.0%"));
        sheet.Put(row, 5, node.Previous, Look("#,##0"));
        sheet.ChangeWithBounds(row, 6, node.Change, MeasureUnit.Count);
        var mark = MarkOf(node.Change);
        sheet.Verdict(row, 9, mark, mark.Length == 0 ? "" : words.Get(mark == "■" ? "beyond.grew" : "beyond.fell"));
    }

    private static void Total(SheetDraft sheet, IReadOnlyList<CauseNode> causes, List<int> rows)
    {
        if (causes.Any(c => c.Complaints.State != FigureState.Known))
        {
            sheet.Remark(sheet.Words.Get("total.hidden"));
            return;
        }

        var (row, look) = (sheet.Row++, new CellLook(Bold: true, Top: true, Format: "#,##0"));
        for (var column = 1; column <= Widths.Length; column++)
        {
            sheet.Put(row, column, column == 1 ? sheet.Words.Get("total") : "", look);
        }

        sheet.Live(row, Complaints, causes.Sum(c => c.Complaints.Value!.Value), string.Join('+', rows.Select(r => CellRange.Address(r, Complaints))), look);
        sheet.Sheet.Cell(row, Complaints).AddToNamed(CauseOutput.TotalName);
    }
}
