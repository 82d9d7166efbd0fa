using System.Globalization;
using System.Text.Json;

namespace Analytics.Jobs.Tests.EndToEnd;

public sealed class WarehouseModelTests(SmallDemo demo) : IClassFixture<SmallDemo>
{
    [Fact]
    public void Fit_OfAReportsPeriod_PrintsTheReportsFigures()
    {
        var run = demo.Run("model", "fit", "--period", "2026-W46", "--by", "brand", "--json");
        run.ExitCode.ShouldBe(0, run.Messages);
        var fit = JsonDocument.Parse(run.Results).RootElement;
        fit.GetProperty("title").GetString()!.ShouldStartWith("operator-index, 2026-W34 to 2026-W46: ");
        string[] Rows(string table, params string[] values) =>
            [.. fit.GetProperty("rows").EnumerateArray().Where(r => r.GetProperty("table").GetString() == table)
            .Select(r =>
                string.Join(
                    '|',
                    values.Select(v => Text(r.GetProperty(v))).Prepend(r.GetProperty("to").GetString()).Prepend(r.GetProperty("from").GetString())))];

        var model = Report().GetProperty("satisfaction").GetProperty("model");
        Rows("index", "value", "lower", "upper")
            .ShouldBe(
                model.GetProperty("constructs").EnumerateArray().Select(c => $"|{c.GetProperty("name").GetString()}|{Figure(c.GetProperty("index"))}"),
                ignoreOrder: true);
        Rows("path", "value", "lower", "upper")
            .ShouldBe(
                model.GetProperty("paths")
                    .EnumerateArray()
                    .Select(p => $"{p.GetProperty("from").GetString()}|{p.GetProperty("to").GetString()}|{Figure(p.GetProperty("coefficient"))}"));
        Rows("improve_first").Select(r => r.Split('|')[1]).ShouldBe(["brand 全球通", "brand 动感地带", "brand 神州行"], ignoreOrder: true);
    }

    [Fact]
    public void Report_OfTheDemo_SpeaksOfSatisfactionOnItsCover()
    {
        var keys = Report().GetProperty("headlines").EnumerateArray().Select(h => h.GetProperty("key").GetString()).ToList();
        keys.ShouldContain("satisfaction-index-significant");
        keys.ShouldContain("improve-first");
        keys.Count.ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public void Compare_OperatorsAndPredict_RunOnTheWarehouse()
    {
        var compare = demo.Run("model", "compare", "--period", "2026-W46", "--by", "operator", "--first", "移动", "--second", "联通", "--permutations", "20");
        compare.ExitCode.ShouldBe(0, compare.Messages);
        compare.ResultLines[0].ShouldContain(": 移动 (");
        var predict = demo.Run("model", "predict", "--period", "2026-W46", "--waves", "20", "--folds", "3");
        predict.ExitCode.ShouldBe(0, predict.Messages);
        predict.ResultLines[0].ShouldStartWith("operator-index, 2026-W27 to 2026-W46: predictive power ");
    }

    [Fact]
    public void Suggest_OfTheWarehouse_DraftsAModelThatFits()
    {
        var run = demo.Run("model", "suggest", "--period", "2026-W46", "--out", "draft.json");
        run.ExitCode.ShouldBe(0, run.Messages);
        var fit = demo.Run("model", "fit", "--period", "2026-W46", "--model", "draft.json", "--resamples", "100");
        fit.ExitCode.ShouldBe(0, fit.Messages);
        fit.ResultLines[0].ShouldStartWith("suggestion, ");
    }

    [Theory]
    [InlineData("AN1020", "fit")]
    [InlineData("AN1020", "fit", "--data", "survey.csv", "--period", "2026-W46")]
    [InlineData("AN1020", "predict", "--data", "survey.csv")]
    [InlineData("AN7045", "fit", "--period", "2026-W46", "--model", "ECSI")]
    [InlineData("AN7041", "fit", "--period", "2026-W46", "--model", "nowhere.json")]
    [InlineData("AN7045", "fit", "--period", "2020-W10")]
    public void Model_ThatCannotBeRun_EndsWithItsCode(string code, params string[] arguments)
    {
        var run = demo.Run(["model", .. arguments]);
        run.ExitCode.ShouldBe(2);
        run.Messages.ShouldStartWith($"error {code}: ");
    }

    [Fact]
    public void Fit_OfTheBeijingSurvey_IsOneCommand()
    {
        var named = Environment.GetEnvironmentVariable("ANALYTICS_TEST_DATA") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Repository.Root, "../shared/data");
        var data = Path.Combine(named, "beijing-mobile/internet.xlsx");
        Assert.SkipUnless(File.Exists(data), "the survey of 2022 is not there");
        var run = demo.Run(
            "model",
            "fit",
            "--model",
            Repository.File("tests/models/beijing-internet.json"),
            "--data",
            data,
            "--resamples",
            "200",
            "--by",
            "arpu=近3个月平均消费（元）,age=年龄",
            "--json");
        run.ExitCode.ShouldBe(0, run.Messages);
        var fit = JsonDocument.Parse(run.Results).RootElement;
        fit.GetProperty("title").GetString()!.ShouldStartWith("beijing-internet: 7020 respondents");
        var rows = fit.GetProperty("rows")
            .EnumerateArray()
            .Select(r =>
                (
                    Table: r.GetProperty("table").GetString()!,
                    From: r.GetProperty("from").GetString()!,
                    To: r.GetProperty("to").GetString()!,
                    Value: Number(r, "value"),
                    Lower: Number(r, "lower"),
                    Upper: Number(r, "upper")))
            .ToList();

        // fewer bad counters and fewer problems go with better quality, and that with satisfaction
        rows.Where(r => r.Table == "path" && r.To != "满意度").ShouldAllBe(r => r.Lower > 0.2);
        rows.Single(r => r is { Table: "path", From: "感知质量", To: "满意度" }).Value!.Value.ShouldBeGreaterThan(0.9);
        var segments = rows.Where(r => r.Table == "improve_segment").ToList();
        segments.Select(s => s.To.Split(' ')[0]).Distinct().ShouldBe(["arpu", "age"]);
        segments.GroupBy(s => s.To).ShouldAllBe(band => band.Count() == 12 && Math.Abs(band.Sum(s => s.Value!.Value) - 1) < 1e-6);
        segments.ShouldAllBe(s => s.Lower <= s.Value + 0.001 && s.Value <= s.Upper); // a share near 0 grows in resamples
    }

    private JsonElement Report() => JsonDocument.Parse(File.ReadAllText(Path.Combine(demo.Folder, "out/2026-W46/all/v1/report.json"))).RootElement;

    private static string Figure(JsonElement figure) => string.Join('|', new[] { "value", "lower", "upper" }.Select(v => Text(figure.GetProperty(v))));

    private static string Text(JsonElement number) =>
        number.ValueKind == JsonValueKind.Null ? "" : number.GetDouble().ToString("R", CultureInfo.InvariantCulture);

    private static double? Number(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
