using Analytics.Reporting.Tests.Samples;
using Analytics.Reporting.Workbook;
using DocumentFormat.OpenXml.Drawing.Spreadsheet;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Reporting.Tests.Workbook;

public class PageBreaksTests
{
    [Fact]
    public void Plan_WithoutBlocks_FillsEveryPage()
        => PageBreaks.Plan(100, _ => 10, [], 300, 20, 2).ShouldBe([30, 58, 86]);

    [Fact]
    public void Plan_ABlockThatWouldBeCut_BeginsThePage()
        => PageBreaks.Plan(60, _ => 10, [(25, 40), (41, 50)], 300, 0, 0).ShouldBe([24, 54]);

    [Fact]
    public void Plan_BlocksWithinBlocks_BreakBeforeTheOutermostThatFits()
        => PageBreaks.Plan(40, _ => 10, [(20, 35), (28, 32)], 300, 0, 0).ShouldBe([19]);

    [Fact]
    public void Plan_ABlockTallerThanAPage_IsCutAllTheSame()
        => PageBreaks.Plan(70, _ => 10, [(1, 70)], 300, 0, 0).ShouldBe([30, 60]);

    [Fact]
    public void Plan_RowsTallerThanAPage_StillEnd()
        => PageBreaks.Plan(3, _ => 1_000, [(1, 3)], 300, 0, 0).ShouldBe([1, 2]);

    [Fact]
    public void Blocks_OfOneLongTable_RepeatItsHeadAndKeepItsFirstAndLastRows()
    {
        var blocks = new PageBlocks();
        blocks.Start(4);
        blocks.Head(6);
        blocks.Start(90);
        blocks.Head(91);
        blocks.Keep(60, 70);

        var (kept, head) = blocks.Of(100, (first, last) => (last - first + 1) * 10, 300);

        kept.ShouldBe([(60, 70), (4, 9), (56, 59), (90, 100)]);
        head.ShouldBe(6);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void EverySheet_Printed_CutsNoChartAndRepeatsRowsAnchored(string language)
    {
        using var book = new ReopenedWorkbook(SampleReport.Full(), language);
        foreach (var part in book.Document.WorkbookPart!.WorksheetParts.Where(p => p.DrawingsPart is not null))
        {
            uint[] ends = [.. part.Worksheet.GetFirstChild<RowBreaks>()?.Elements<Break>().Select(b => b.Id!.Value) ?? []];
            foreach (var anchor in part.DrawingsPart!.WorksheetDrawing.Elements<TwoCellAnchor>())
            {
                var (first, last) = (int.Parse(anchor.FromMarker!.RowId!.Text, null) + 1, int.Parse(anchor.ToMarker!.RowId!.Text, null));
                ends.ShouldAllBe(end => end < first || end >= last);
            }
        }

        book.Document.WorkbookPart.Workbook.DefinedNames!.Elements<DefinedName>()
            .Where(n => n.Name == "_xlnm.Print_Titles")
            .ShouldAllBe(n => n.Text.Contains("!$") && n.Text.Contains(":$"));
    }
}
