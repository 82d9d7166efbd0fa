using ClosedXML.Excel;

namespace Analytics.Reporting.Workbook;

/// <summary>How a sheet prints: A4, one page wide, heads repeated, breaks between tables, period and page number in the footer.</summary>
internal static class PageSetup
{
    private const double LongEdge = 11.69;
    private const double ShortEdge = 8.27;
    private const double Side = 0.4;
    private const double Top = 0.5;
    private const double Bottom = 0.6;
    private const double PointsPerInch = 72;

    /// <summary>Points of a unit of column width: seven pixels of 96 an inch.</summary>
    private const double PointsPerUnit = 7 * 0.75;

    /// <summary>Rows of a sheet's title and subtitle.</summary>
    private const int TitleRows = 2;

    /// <summary>Height of a row of ten-point text, said outright because programs differ in what they make of the font.</summary>
    private const double PlainRow = 15;

    /// <summary>Part of a page that is planned: programs differ a little in how high they set a row.</summary>
    private const double Planned = 0.985;

    /// <summary>Puts the set-up on a sheet.</summary>
    public static void Apply(SheetDraft draft, bool landscape, int titleRows, int lastRow, int lastColumn)
    {
        var page = draft.Sheet.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = landscape ? XLPageOrientation.Landscape : XLPageOrientation.Portrait;
        page.FitToPages(1, 0);
        page.Margins.Left = page.Margins.Right = Side;
        page.Margins.Top = Top;
        page.Margins.Bottom = Bottom;
        page.CenterHorizontally = true;
        page.PrintAreas.Add(1, 1, lastRow, lastColumn);
        page.Footer.Left.AddText(Escape($"{draft.Words.Title} {draft.Draft.Report.Header.Period}"));
        page.Footer.Center.AddText(Escape(draft.Name));
        page.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        page.Footer.Right.AddText("/");
        page.Footer.Right.AddText(XLHFPredefinedText.NumberOfPages);
        if (!draft.Blocks.IsOneTable)
        {
            Break(draft, landscape, titleRows, lastRow, lastColumn);
        }
        else if (titleRows > 0)
        {
            page.SetRowsToRepeatAtTop(1, titleRows);
        }
    }

    private static void Break(SheetDraft draft, bool landscape, int titleRows, int lastRow, int lastColumn)
    {
        var sheet = draft.Sheet;
        var heights = Heights(sheet, lastRow);
        double Height(int row) => heights[row];
        double Sum(int first, int last) => heights.Skip(first).Take(last - first + 1).Sum();
        var room = PageHeight(sheet, landscape, lastColumn);
        var (blocks, longHead) = draft.Blocks.Of(lastRow, Sum, room - Sum(1, TitleRows));
        var (first, last) = longHead is not { } head ? (1, Math.Min(TitleRows, titleRows)) : head > titleRows ? (head, head) : (1, titleRows);
        if (last > 0)
        {
            sheet.PageSetup.SetRowsToRepeatAtTop(first, last);
        }

        foreach (var end in PageBreaks.Plan(lastRow, Height, blocks, room, Sum(first, last), last))
        {
            sheet.PageSetup.AddHorizontalPageBreak(end);
        }
    }

    /// <summary>Height of every row, 1-based; rows that have none of their own get the plain one.</summary>
    private static double[] Heights(IXLWorksheet sheet, int lastRow)
    {
        var (heights, unsaid) = (new double[lastRow + 1], sheet.RowHeight);
        for (var i = 1; i <= lastRow; i++)
        {
            var row = sheet.Row(i);
            heights[i] = row.Height;
            if (heights[i].Equals(unsaid))
            {
                row.Height = heights[i] = PlainRow;
            }
        }

        return heights;
    }

    /// <summary>Height of a page in points of the sheet: the paper's, enlarged as far as fitting the width makes the sheet smaller.</summary>
    private static double PageHeight(IXLWorksheet sheet, bool landscape, int lastColumn)
    {
        var (width, height) = landscape ? (LongEdge, ShortEdge) : (ShortEdge, LongEdge);
        var columns = Enumerable.Range(1, lastColumn).Sum(c => sheet.Column(c).Width + 0.71) * PointsPerUnit;
        return (height - Top - Bottom) * PointsPerInch * Planned * Math.Max(1, columns / ((width - (2 * Side)) * PointsPerInch));
    }

    private static string Escape(string text) => text.Replace("&", "&&", StringComparison.Ordinal);
}
