using ClosedXML.Excel;

namespace Analytics.Reporting.Workbook;

/// <summary>How a sheet prints: A4, one page wide, heads repeated, period and page number in the footer.</summary>
internal static class PageSetup
{
    /// <summary>Puts the set-up on a sheet.</summary>
    public static void Apply(SheetDraft draft, bool landscape, int titleRows, int lastRow, int lastColumn)
    {
        var page = draft.Sheet.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = landscape ? XLPageOrientation.Landscape : XLPageOrientation.Portrait;
        page.FitToPages(1, 0);
        page.Margins.Left = page.Margins.Right = 0.4;
        page.Margins.Top = 0.5;
        page.Margins.Bottom = 0.6;
        page.CenterHorizontally = true;
        page.PrintAreas.Add(1, 1, lastRow, lastColumn);
        if (titleRows > 0)
            page.SetRowsToRepeatAtTop(1, titleRows);
        page.Footer.Left.AddText(Escape($"{draft.Words.Title} {draft.Draft.Report.Header.Period}"));
        page.Footer.Center.AddText(Escape(draft.Name));
        page.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        page.Footer.Right.AddText("/");
        page.Footer.Right.AddText(XLHFPredefinedText.NumberOfPages);
    }

    private static string Escape(string text) => text.Replace("&", "&&", StringComparison.Ordinal);
}
