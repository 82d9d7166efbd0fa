using System.Globalization;
using Analytics.Core.Reports;
using Analytics.Reporting.Tests.Samples;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Reporting.Tests.Workbook;

public class WorkbookWriterTests
{
    [Theory]
    [InlineData(nameof(SampleReport.Full), "zh-CN")]
    [InlineData(nameof(SampleReport.Full), "en")]
    [InlineData(nameof(SampleReport.NoSubscribers), "zh-CN")]
    [InlineData(nameof(SampleReport.Empty), "en")]
    [InlineData(nameof(SampleReport.OneRow), "zh-CN")]
    public void Workbook_OfAnyReport_IsValidAndTies(string shape, string language)
    {
        var report = (Report)typeof(SampleReport).GetMethod(shape)!.Invoke(null, null)!;
        using var book = new ReopenedWorkbook(report, language);

        book.ValidatorFaults.Select(f => $"{f.Part?.Uri} {f.Path?.XPath} {f.Description}").ShouldBeEmpty();
        WorkbookCheck.Faults(report, book.Words, new MemoryStream(book.Bytes)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(
        "zh-CN",
        "00 封面结论|01 指标总览|03 投诉帕累托|04 鱼骨|05 客户细分|05b 细分热力图|05c 原因交叉|06 处理质量|07 满意度模型|07b 满意度题项|08 改进优先|09 品牌与竞争|90 口径|91 数据质量|92 明细")]
    [InlineData(
        "en",
        "00 Cover|01 Overview|03 Pareto|04 Fishbone|05 Segments|05b Heat maps|05c Cause links|06 Handling"
        + "|07 Satisfaction model|07b Survey items|08 Improve first|09 Brands|90 Definitions|91 Data quality|92 Details")]
    public void Sheets_OfEveryReport_StandInOneFixedOrder(string language, string names)
    {
        using var full = new ReopenedWorkbook(SampleReport.Full(), language);
        using var empty = new ReopenedWorkbook(SampleReport.Empty(), language);

        full.SheetNames.ShouldBe(names.Split('|'));
        empty.SheetNames.ShouldBe(names.Split('|'));
    }

    [Fact]
    public void Workbook_WrittenTwiceInAnyCulture_IsTheSameBytes()
    {
        var first = ReopenedWorkbook.Write(SampleReport.Full(), "zh-CN");
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            ReopenedWorkbook.Write(SampleReport.Full(), "zh-CN").SequenceEqual(first).ShouldBeTrue();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Properties_OfTheFile_NameNoPersonAndNoMomentButTheCutOff()
    {
        using var book = new ReopenedWorkbook(SampleReport.Full(), "zh-CN");
        var properties = book.Document.PackageProperties;

        properties.Title.ShouldBe("满意度周报 2026-W46");
        (properties.Creator ?? "").ShouldBe("");
        (properties.LastModifiedBy ?? "").ShouldBe("");
        (properties.Created, properties.Modified).ShouldBe((SampleReport.Full().Header.CutOff, SampleReport.Full().Header.CutOff));
    }

    [Fact]
    public void Charts_OfAFullReport_AreNativeAndBoundToCells()
    {
        using var book = new ReopenedWorkbook(SampleReport.Full(), "zh-CN");
        int Charts(string key) => book.Part(key).DrawingsPart?.ChartParts.Count() ?? 0;

        (
            Charts("sheet.cover"), Charts("sheet.overview"), Charts("sheet.pareto"), Charts("sheet.segments"), Charts("sheet.survey"),
            Charts("sheet.model"), Charts("sheet.improvement"), Charts("sheet.brands")).ShouldBe((7, 4, 5, 4, 1, 2, 2, 2));
        var combination = book.Part("sheet.pareto").DrawingsPart!.ChartParts.Select(p => p.ChartSpace.InnerText).First();
        combination.ShouldContain("'03 投诉帕累托'!$C$");
        book.Part("sheet.fishbone").DrawingsPart!.WorksheetDrawing.InnerText.ShouldContain("上网速度慢");
    }

    [Fact]
    public void HostileTexts_InTheDetails_StayTextWhole()
    {
        using var book = new ReopenedWorkbook(SampleReport.Full(), "en");
        string At(int i) => book.Text("sheet.details", 5 + i, 15);

        At(0).ShouldBe("=HYPERLINK(\"http://x\",\"y\")");
        At(1).ShouldBe("+1");
        At(2).ShouldBe("@SUM(A1)");
        At(3).ShouldBe("-2+3");
        At(5).Length.ShouldBe(32_767);
        At(5).ShouldEndWith("… [cut: 40000 characters in all]");
        At(6).ShouldBe("上网很慢😀👨‍👩‍👧");
        At(7).ShouldBe("换␁行␈符\n第二行\ttab");
        At(8).ShouldBe("_x005F_x000D_ literal");
        At(9).ShouldBe("<b>&amp;</b>");
        Enumerable.Range(0, 5).ShouldAllBe(i => book.IsQuoted("sheet.details", 5 + i, 15) && book.Formula("sheet.details", 5 + i, 15) == null);
    }

    [Fact]
    public void HostileLabels_InEveryTable_StayText()
    {
        var full = SampleReport.Full();
        var labels = full.Labels["en"].ToDictionary(l => l.Key, _ => "=1+1\u0007");
        var report = full with { Labels = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["en"] = labels } };
        using var book = new ReopenedWorkbook(report, "en");

        book.ValidatorFaults.ShouldBeEmpty();
        var row = book.Row("sheet.pareto", "Rank") + 1;
        (book.Text("sheet.pareto", row, 2), book.Formula("sheet.pareto", row, 2), book.IsQuoted("sheet.pareto", row, 2)).ShouldBe(("=1+1␇", null, true));
    }

    [Fact]
    public void Details_OfManyRows_AreAllThereUnderAFilterWithAFrozenHead()
    {
        var report = SampleReport.Full() with { Details = new Details(SampleDetails.Rows(3_000), 6_184) };
        using var book = new ReopenedWorkbook(report, "zh-CN");
        var sheet = book.Part("sheet.details").Worksheet;

        WorkbookCheck.Faults(report, book.Words, new MemoryStream(book.Bytes)).ShouldBeEmpty();
        sheet.GetFirstChild<AutoFilter>()!.Reference!.Value.ShouldBe("A4:O3004");
        book.Text("sheet.details", 3, 1).ShouldStartWith("共 6,184 行，列出 3,000 行。");
        book.Number("sheet.details", 3004, 3).ShouldBe(report.Details.Rows[^1].ReceivedAt.ToOADate());
    }

    [Fact]
    public void EverySheet_Printed_IsA4OnePageWideWithFrozenHead()
    {
        using var book = new ReopenedWorkbook(SampleReport.Full(), "zh-CN");
        foreach (var part in book.Document.WorkbookPart!.WorksheetParts)
        {
            var setup = part.Worksheet.GetFirstChild<DocumentFormat.OpenXml.Spreadsheet.PageSetup>()!;
            (setup.PaperSize!.Value, setup.FitToWidth?.Value ?? 1).ShouldBe((9u, 1u));
            part.Worksheet.GetFirstChild<HeaderFooter>()!.OddFooter!.Text.ShouldContain("2026-W46");
        }
    }

    [Fact]
    public void Check_OfAReportWithOtherTotals_NamesEveryDifference()
    {
        var report = SampleReport.Full();
        var other = report with
        {
            Kpis = [report.Kpis[0] with { Current = Figure.Of(1) }, .. report.Kpis.Skip(1)],
            Paretos = [report.Paretos[0] with { Total = 2 }, .. report.Paretos.Skip(1)],
            Details = report.Details with { Rows = [report.Details.Rows[0]] },
        };

        WorkbookCheck.Faults(other, new ReportWords("en", other), new MemoryStream(ReopenedWorkbook.Write(report, "en"))).ShouldBe(
        [
            "total_pareto_1 is 6184 in the workbook, 2 in the report.",
            "kpi_Complaints is 6184 in the workbook, 1 in the report.",
            "cover_Complaints is 6184 in the workbook, 1 in the report.",
            "total_causes is 6184 in the workbook, 1 in the report.",
            "The details sheet has 240 rows, the report 1.",
        ]);
    }
}
