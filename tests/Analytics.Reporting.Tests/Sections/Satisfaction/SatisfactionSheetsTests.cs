using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Reporting.Sections;
using Analytics.Reporting.Tests.Samples;
using Analytics.Reporting.Tests.Workbook;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Tests.Sections.Satisfaction;

/// <summary>Sheets 07 to 09: every figure where it belongs, held back and absent parts said, contradictions refused.</summary>
public sealed class SatisfactionSheetsTests(WrittenSample written) : IClassFixture<WrittenSample>
{
    private static readonly Report Report = SampleReport.Full();
    private static readonly SatisfactionSection Section = Report.Satisfaction!;
    private readonly ReopenedWorkbook _book = written.Book;

    [Fact]
    public void Model_IndicesPathsAndEffects_StandInTheirRows()
    {
        var row = After("sheet.model", "head.construct");
        foreach (var construct in Section.Model!.Constructs)
        {
            _book.Text("sheet.model", row, 1).ShouldBe(construct.Name);
            _book.ShouldHoldBounds("sheet.model", row, 3, construct.Index);
            _book.ShouldHold("sheet.model", row, 7, construct.Previous);
            if (construct.RSquared.State == FigureState.Known)
            {
                _book.ShouldHoldBounds("sheet.model", row, 8, construct.RSquared);
            }
            else
            {
                _book.Text("sheet.model", row, 8).ShouldBe("");
            }

            row++;
        }

        row = After("sheet.model", "head.from");
        foreach (var path in Section.Model.Paths)
        {
            (_book.Text("sheet.model", row, 1), _book.Text("sheet.model", row, 2)).ShouldBe((path.From, path.To));
            _book.ShouldHoldBounds("sheet.model", row, 3, path.Coefficient);
            new[] { 6, 7, 8, 9, 10 }
                .Select(c => _book.Number("sheet.model", row, c)!.Value)
                .ShouldBe([path.StandardError, path.T!.Value, path.PValue, path.FSquare!.Value, path.Vif], 1e-12);
            _book.Text("sheet.model", row, 11).ShouldBe(path.IsSignificant ? "◆ 显著" : "○ 不显著");
            row++;
        }

        row = After("sheet.model", "head.from", row);
        _book.Formula("sheet.model", row, 5).ShouldBe($"C{row}+D{row}");
    }

    [Fact]
    public void Model_GateTables_MarkWhatWasMissed()
    {
        var row = After("sheet.model", "head.test");
        foreach (var finding in Section.Model!.Findings)
        {
            _book.Text("sheet.model", row, 1).ShouldBe(_book.Words.Get("gate." + finding.Kind));
            (
                _book.Text("sheet.model", row, 2), _book.Number("sheet.model", row, 3), _book.Number("sheet.model", row, 4),
                _book.Text("sheet.model", row, 5)).ShouldBe((finding.Subject, finding.Value, finding.Threshold, "▲ 提示"));
            row++;
        }

        var items = _book.Row("sheet.model", _book.Words.Get("model.items"));
        var weak = Enumerable.Range(items, 40)
            .Where(r => _book.Text("sheet.model", r, 2).Length > 0 && _book.Text("sheet.model", r, 13) == "▲ 提示")
            .Select(r => _book.Text("sheet.model", r, 2));
        weak.ShouldBe(["方便前往", "价格容忍"]);
        var pairs = _book.Row("sheet.model", _book.Words.Get("model.pairs"));
        Enumerable.Range(pairs, 34)
            .Where(r => _book.Text("sheet.model", r, 9) == "▲ 提示")
            .Select(r => _book.Text("sheet.model", r, 1) + _book.Text("sheet.model", r, 2))
            .ShouldBe(["感知价值满意"]);
        Verdict(_book).ShouldBe("▲ 信效度检验通过，另有 3 项提示，见下表。");
    }

    [Fact]
    public void Model_FunnelAndTrend_AddUpAndLeaveGapsEmpty()
    {
        var returned = _book.Row("sheet.model", "回收");
        (_book.Number("sheet.model", returned, 2), _book.Formula("sheet.model", returned, 2)).ShouldBe((3_204, $"SUM(B{returned + 1}:B{returned + 5})"));
        Enumerable.Range(returned + 1, 5).Select(r => _book.Number("sheet.model", r, 2)).ShouldBe([3_102, 12, 41, 36, 13]);
        var row = After("sheet.model", "head.period");
        foreach (var point in Section.Model!.Trend)
        {
            _book.Text("sheet.model", row, 1).ShouldBe(point.Period);
            _book.Number("sheet.model", row, 2).ShouldBe(point.Figure.Value);
            _book.Text("sheet.model", row, 6).Length.ShouldBe(point.Figure.State == FigureState.Known ? 0 : _book.Words.WhyMissing(point.Figure).Length);
            row++;
        }
    }

    [Fact]
    public void HeldBackModel_ShowsScoresAndSaysWhyPathsAreMissing()
    {
        using var book = new ReopenedWorkbook(Report with { Satisfaction = SampleSatisfaction.HeldBack() }, "zh-CN");

        Verdict(book).ShouldBe("■ 信效度检验未通过（3 项）：不列示路径、R² 与总效应；各项得分与指数不受影响。");
        book.Row("sheet.model", book.Words.Get("model.pathsHeldBack")).ShouldBeGreaterThan(0);
        book.Row("sheet.model", book.Words.Get("head.from")).ShouldBe(-1);
        book.ShouldHoldBounds("sheet.model", book.Row("sheet.model", book.Words.Get("head.construct")) + 1, 3, Section.Model!.Constructs[0].Index);
        WorkbookCheck.Faults(Report with { Satisfaction = SampleSatisfaction.HeldBack() }, book.Words, new MemoryStream(book.Bytes)).ShouldBeEmpty();
    }

    [Fact]
    public void Improvement_Points_StandInRankOrderWithLivePriorities()
    {
        var row = _book.Row("sheet.improvement", "题项：重要性与表现");
        row = After("sheet.improvement", "head.rank", row);
        foreach (var point in Section.Improvement!.Items.Points)
        {
            (
                _book.Number("sheet.improvement", row, 1), _book.Text("sheet.improvement", row, 2),
                _book.Text("sheet.improvement", row, 3)).ShouldBe((point.Rank, point.Name, point.Construct));
            _book.ShouldHoldBounds("sheet.improvement", row, 4, point.Importance);
            _book.ShouldHoldBounds("sheet.improvement", row, 7, point.Performance);
            _book.Text("sheet.improvement", row, 10).ShouldEndWith(_book.Words.Get("quadrant." + point.Quadrant));
            _book.Text("sheet.improvement", row, 11).ShouldBe(point.IsBoundary ? "边界" : "");
            _book.ShouldHold("sheet.improvement", row, 12, Figure.Of(point.Priority));
            _book.Formula("sheet.improvement", row, 12).ShouldBe($"MAX(0,D{row})*(100-G{row})");
            _book.Number("sheet.improvement", row, 13).ShouldBe(point.RankInConstruct);
            row++;
        }
    }

    [Fact]
    public void Improvement_Charts_AreNativeScattersBoundToTheirRows()
    {
        var charts = _book.Part("sheet.improvement").DrawingsPart!.ChartParts.Select(c => c.ChartSpace.OuterXml).ToList();

        charts.Count.ShouldBe(2);
        charts.ShouldAllBe(x => x.Contains("<c:scatterChart>"));
        charts.ShouldContain(x => x.Contains("移动中质量") && x.Contains("'08 改进优先'!$D$"));
    }

    [Fact]
    public void Brands_TotalAndLeads_AreLiveAndJudged()
    {
        var brands = Section.Brands!;
        var first = After("sheet.brands", "head.row");
        for (var r = 0; r < brands.Rows.Count; r++)
        {
            _book.Number("sheet.brands", first + r, 3).ShouldBe(brands.Rows[r].Respondents);
            for (var c = 0; c < brands.Columns.Count; c++)
            {
                _book.ShouldHold("sheet.brands", first + r, 4 + c, brands.Rows[r].Scores[c]);
            }
        }

        _book.Formula("sheet.brands", first + 3, 4)!.ShouldStartWith($"SUMPRODUCT(D{first}:D{first + 2},C");
        var lead = first + brands.Rows.Count;
        foreach (var row in brands.Leads)
        {
            for (var c = 0; c < brands.Columns.Count; c++)
            {
                _book.ShouldHold("sheet.brands", lead, 4 + c, row.Leads[c]);
                _book.ShouldHold("sheet.brands", lead + 1, 4 + c, Figure.Of(row.Leads[c].Lower!.Value));
                _book.ShouldHold("sheet.brands", lead + 2, 4 + c, Figure.Of(row.Leads[c].Upper!.Value));
                _book.Text("sheet.brands", lead + 3, 4 + c).ShouldEndWith(_book.Words.Get("lead." + row.Verdicts[c]));
            }

            lead += 4;
        }

        _book.Formula("sheet.brands", first + brands.Rows.Count, 5).ShouldBe($"E{first + 3}-E{first + 5}");
        _book.Text("sheet.brands", first + brands.Rows.Count + 3, 5).ShouldBe("○ 不显著");
    }

    [Fact]
    public void Branches_HiddenOne_IsMarkedAndLeftOutOfTheChart()
    {
        var row = After("sheet.brands", "head.region");
        foreach (var branch in Section.Branches)
        {
            _book.Text("sheet.brands", row, 1).ShouldBe(branch.Branch);
            _book.ShouldHoldBounds("sheet.brands", row, 3, branch.Raw);
            _book.ShouldHoldBounds("sheet.brands", row, 6, branch.Shrunk);
            row++;
        }

        _book.Part("sheet.brands").DrawingsPart!.ChartParts.Last().ChartSpace.InnerText.ShouldNotContain("恩施");
    }

    [Theory]
    [InlineData("model", "sheet.model", "满意度模型：本期未计算，件数不足最小可显示件数。")]
    [InlineData("improvement", "sheet.improvement", "改进优先：本期未计算，件数不足最小可显示件数。")]
    [InlineData("brands", "sheet.brands", "品牌与竞争对比：本期未计算，件数不足最小可显示件数。")]
    [InlineData("branches", "sheet.brands", "地市得分：本期未计算，件数不足最小可显示件数。")]
    public void AbsentPart_SaysItsReasonOnItsSheet(string subject, string sheet, string sentence)
    {
        var report = Report with
        {
            Satisfaction = SampleSatisfaction.Bare(),
            DataQuality = Report.DataQuality with { NotComputed = [new NotComputed(subject, AbsenceReasons.TooFewCases)] },
        };
        using var book = new ReopenedWorkbook(report, "zh-CN");

        book.Row(sheet, sentence).ShouldBeGreaterThan(0);
        book.ValidatorFaults.ShouldBeEmpty();
        WorkbookCheck.Faults(report, book.Words, new MemoryStream(book.Bytes)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void DegenerateSection_GivesAValidWorkbookAndCharts(string language)
    {
        var report = Report with { Satisfaction = Degenerate() };
        using var book = new ReopenedWorkbook(report, language);

        book.ValidatorFaults.ShouldBeEmpty();
        WorkbookCheck.Faults(report, book.Words, new MemoryStream(book.Bytes)).ShouldBeEmpty();
        Analytics.Reporting.Charts.ChartFiles.Render(report, book.Words).Select(c => c.Name).ShouldContain("satisfaction-priorities-constructs.svg");
        Analytics.Reporting.Charts.ChartFiles.NotDrawn(report, book.Words).Count.ShouldBe(3);
    }

    [Fact]
    public void Check_OfTablesThatContradictThemselves_NamesEveryFault()
    {
        var (model, improvement, brands) = (Section.Model!, Section.Improvement!, Section.Brands!);
        var broken = Section with
        {
            Responses = Section.Responses with { TooFast = 14, Sent = 3_000 },
            Model = model with { IsHeldBack = true, Effects = [model.Effects[0] with { Direct = 9 }] },
            Improvement = improvement with { Items = improvement.Items with { Points = [.. improvement.Items.Points.Reverse()] }, Segments = [] },
            Brands = brands with { Columns = [.. brands.Columns.Skip(1)], Weights = [.. brands.Weights.Skip(1)] },
        };

        SectionOutputs.All.SelectMany(s => s.Faults(Report with { Satisfaction = broken })).ShouldBe(
        [
            "Questionnaires valid and left out add up to 3205, returned are 3204.",
            "3204 questionnaires came back of 3000 sent.",
            "The model is held back, yet has paths or effects.",
            "The effect of '品牌形象' on '预期' is 0.44, direct and indirect add up to 9.",
            "The ranks of the map of items do not follow its priorities.",
            "A row of the brand table has other columns than its head.",
            $"Shares of the sample add up to {brands.Weights.Skip(1).Sum(w => w.SampleShare):R} instead of 1.",
            "Weights of the brands add up to 0.73 instead of 1.",
        ]);
    }

    [Fact]
    public void Check_OfAReportWithOtherCounts_NamesTheCells()
    {
        var brands = Section.Brands!;
        var other = Report with
        {
            Satisfaction = Section with
            {
                Responses = Section.Responses with { Returned = 3_205, Valid = 3_103 },
                Brands = brands with { Weights = [.. brands.Weights.Select(w => w with { Share = 1.0 / 3 })] },
            },
        };
        var bytes = ReopenedWorkbook.Write(
            Report with { Satisfaction = Section with { Brands = brands with { Weights = [.. brands.Weights.Select(w => w with { Share = 0.5 })] } } },
            "en");

        WorkbookCheck.Faults(other, new ReportWords("en", other), new MemoryStream(bytes)).ShouldBe([
            "total_returned is 3204 in the workbook, 3205 in the report.", "total_weights is 1.5 in the workbook, 1 in the report."]);
    }

    [Fact]
    public void ChartsNotDrawn_AreNamedOnTheDataQualitySheet()
    {
        var report = Report with { Satisfaction = SampleSatisfaction.HeldBack() };
        using var book = new ReopenedWorkbook(report, "zh-CN");

        book.Row("sheet.quality", "未画满意度模型路径图（本运营商模型）：模型未通过信效度检验").ShouldBeGreaterThan(0);
    }

    /// <summary>Everything that may be missing is missing: one construct of one item, equal points, hidden scores, no waves.</summary>
    private static SatisfactionSection Degenerate()
    {
        var (model, improvement, brands) = (Section.Model!, Section.Improvement!, Section.Brands!);
        var hidden = Figure.Suppressed;
        var point = improvement.Constructs!.Points[0] with { Importance = Figure.Of(0), Performance = Figure.Of(70), Priority = 0, RankInConstruct = null };
        return Section with
        {
            Responses = new ResponseCounts(0, 0, 0, 0, 0, 0, 0),
            Model = model with
            {
                Constructs = [new ModelConstruct("满意", 1, hidden, Figure.Absent(AbsenceReasons.NotComparable), hidden, null, null, null, null, null)],
                Items = [new ModelItem("满意", "总体满意度", hidden, Figure.Of(1), Figure.Of(1), null)],
                Paths = [], Effects = [], Pairs = [new ModelPair("满意", "忠诚", 0, null, Figure.Absent(AbsenceReasons.NotComparable))],
                Fit = new ModelFit(null, null, null, null, null), Trend = [],
                Findings = [new ModelFinding("NewTest", "满意 ~ 忠诚", null, 1, false)], Notes = [new ModelNote("NewNote", "", null)],
            },
            Improvement = improvement with
            {
                Constructs = new ImprovementMap(0, 70, [point, point]), Items = new ImprovementMap(0, 0, []), Drivers = [], Segments = [],
            },
            Brands = brands with
            {
                Columns = [brands.Columns[0]], Rows = [brands.Rows[0] with { Scores = [hidden] }],
                Leads = [new LeadRow("联通", [hidden], [LeadVerdict.Unknown])], Weights = [],
            },
            Branches = [new BranchScore("恩施", hidden, hidden, 0)],
        };
    }

    private static string Verdict(ReopenedWorkbook book) => book.Text("sheet.model", 6, 1);

    private int After(string sheet, string head, int after = 0) => _book.Row(sheet, _book.Words.Get(head), after) + 1;
}
