using System.Text.Json.Nodes;
using Analytics.Core;
using Analytics.Jobs.Notebooks;

namespace Analytics.Jobs.Tests.Notebooks;

[Collection("console")]
public sealed class NotebookRunnerTests : IDisposable
{
    private const string Parameters = """
        // bands of the segmentation
        string period = "2026-W46";
        int top = 5; var share = 0.8;
        double[] bands = [20, 50, 80];
        bool detailed = false;
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("notebook").FullName;

    [Fact]
    public async Task Cells_RunInOrderWithStateCarriedAndOutputsStored()
    {
        var cells = await Run(
            Code(
                "var rows = new[] { new { Band = \"≤20\", Complaints = 12 }, new { Band = \"<b>\", Complaints = 3400 } "
                    + "};\nConsole.WriteLine(\"开始\");\nConsole.Write(rows.Length);"),
            Markdown("# 说明"),
            Code("Display(rows);\nConsole.WriteLine(\"after\");\nrows.Sum(r => r.Complaints)"),
            Code("Display(Svg(\"<svg xmlns='http://www.w3.org/2000/svg'/>\"));\nHtml(\"<b>x</b>\")"));

        cells[0]["execution_count"]!.GetValue<int>().ShouldBe(1);
        cells[0]["outputs"]!.ToJsonString().ShouldBe(Json("""[{"name":"stdout","output_type":"stream","text":["开始\n","2"]}]"""));
        cells[1].AsObject().ContainsKey("outputs").ShouldBeFalse();
        cells[2]["execution_count"]!.GetValue<int>().ShouldBe(2);
        var shown = cells[2]["outputs"]!.AsArray();
        shown.Select(o => (string)o!["output_type"]!).ShouldBe(["display_data", "stream", "execute_result"]);
        string.Concat(shown[0]!["data"]!["text/html"]!.AsArray().Select(l => (string)l!)).ShouldBe("""
            <table>
            <thead><tr><th>Band</th><th>Complaints</th></tr></thead>
            <tbody>
            <tr><td>≤20</td><td style="text-align:right">12</td></tr>
            <tr><td>&lt;b&gt;</td><td style="text-align:right">3400</td></tr>
            </tbody>
            </table>
            """.ReplaceLineEndings("\n"));
        shown[0]!["data"]!["text/plain"]!.ToJsonString().ShouldBe(Json("""["Band  Complaints\n","≤20   12\n","<b>   3400"]"""));
        shown[2]!["data"]!["text/plain"]!.ToJsonString().ShouldBe("""["3412"]""");
        shown[2]!["execution_count"]!.GetValue<int>().ShouldBe(2);
        cells[3]["outputs"]![0]!["data"]!.AsObject().Select(p => p.Key).ShouldBe(["image/svg+xml", "text/plain"]);
        cells[3]["outputs"]![1]!["data"]!["text/html"]!.ToJsonString().ShouldBe(Json("""["<b>x</b>"]"""));
    }

    [Fact]
    public async Task Parameters_AreInjectedBehindTheirCellTypedByTheirLiterals()
    {
        var cells = await RunWith(
            new() { ["bands"] = "10, 30.5", ["period"] = "2026-\"Q3\"\n", ["detailed"] = "TRUE", ["share"] = "1", ["top"] = "-3" },
            Tagged(Parameters),
            Code("$\"{period}|{top}|{share}|{bands[1]}|{detailed}\""));
        cells.Count.ShouldBe(3);
        cells[1]["metadata"]!["tags"]!.ToJsonString().ShouldBe("""["injected-parameters"]""");
        string.Concat(cells[1]["source"]!.AsArray().Select(l => (string)l!)).ShouldBe("""
            period = "2026-\"Q3\"\n";
            top = -3;
            share = 1d;
            bands = [10d, 30.5d];
            detailed = true;

            """.ReplaceLineEndings("\n"));
        ((string)cells[2]["outputs"]![0]!["data"]!["text/plain"]![0]!).ShouldBe("2026-\"Q3\"\n");
        ((string)cells[2]["outputs"]![0]!["data"]!["text/plain"]![1]!).ShouldBe("|-3|1|30.5|True");
    }

    [Fact]
    public async Task RunningAnOutputAgain_ReplacesParametersAndOutputsAndGivesTheSameBytes()
    {
        var cells = new[] { Tagged(Parameters), Code("Console.WriteLine(period);\ntop * 2") };
        var first = Write("first.ipynb", cells);
        var second = Path.Combine(_folder, "second.ipynb");
        var third = Path.Combine(_folder, "third.ipynb");
        var values = new Dictionary<string, string> { ["top"] = "7" };
        await NotebookRunner.Run(first, values, second, CancellationToken.None);
        await NotebookRunner.Run(second, values, third, CancellationToken.None);
        File.ReadAllBytes(third).ShouldBe(File.ReadAllBytes(second));
        Directory.GetFiles(_folder).Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("perod", "x", "AN1202: The notebook n.ipynb has no parameter 'perod'. It has: period, top, share, bands, detailed.")]
    [
        InlineData(
            "top",
            "many",
            "AN1203: The notebook's parameter 'top' takes int, not 'many'. Write the value as the notebook's parameters cell does, lists with commas."),
    ]
    [
        InlineData(
            "share",
            "NaN",
            "AN1203: The notebook's parameter 'share' takes double, not 'NaN'. Write the value as the notebook's parameters cell does, lists with commas."),
    ]
    [
        InlineData(
            "bands",
            "1,x",
            "AN1203: The notebook's parameter 'bands' takes double, not 'x'. Write the value as the notebook's parameters cell does, lists with commas."),
    ]
    public async Task WrongParameters_AreRefusedBeforeAnythingRuns(string name, string value, string message)
    {
        var fault = await Should.ThrowAsync<AnalyticsException>(() => RunWith(new() { [name] = value }, Tagged(Parameters)));
        fault.Message.ShouldBe(message);
        fault.Kind.ShouldBe(FaultKind.Usage);
        File.Exists(Path.Combine(_folder, "out.ipynb")).ShouldBeFalse();
    }

    [Fact]
    public async Task ThrowingCell_FailsWithCellAndLineAndKeepsWhatRan()
    {
        var fault = await Should.ThrowAsync<AnalyticsException>(
            () => Run(Code("var zero = 0;\n\"ran\""), Markdown("text"), Code("Console.WriteLine(\"before\");\n\nvar broken = 1 / zero;"), Code("\"never\"")));
        fault.Message.ShouldBe(
            "AN1205: n.ipynb, cell 3, line 3 failed: Attempted to divide by zero. Mend the cell or its parameters; the output holds what ran.");
        var cells = Output();
        ((string)cells[0]["outputs"]![0]!["data"]!["text/plain"]![0]!).ShouldBe("ran");
        cells[2]["outputs"]!.ToJsonString().ShouldBe(Json("""
            [{"name":"stdout","output_type":"stream","text":["before\n"]},
             {"ename":"DivideByZeroException","evalue":"Attempted to divide by zero.","output_type":"error",
              "traceback":["DivideByZeroException: Attempted to divide by zero.","   at cell 3, line 3"]}]
            """));
        cells[3]["execution_count"].ShouldBeNull();
        cells[3]["outputs"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task FailureInsideAFunctionOfAnEarlierCell_NamesTheCellThatCalledIt()
    {
        var fault = await Should.ThrowAsync<AnalyticsException>(
            () => Run(Code("int Half(int x)\n{\n    throw new InvalidOperationException(\"odd\");\n}"), Code("// two\nHalf(3)")));
        fault.Message.ShouldStartWith("AN1205: n.ipynb, cell 2, line 2 failed: odd.");
        ((string)Output()[1]["outputs"]![0]!["traceback"]![1]!).ShouldBe("   at cell 1, line 3");
    }

    [Fact]
    public async Task CellThatDoesNotCompile_FailsWithCellAndLine()
    {
        var fault = await Should.ThrowAsync<AnalyticsException>(() => Run(Code("int x = 1;"), Code("x++;\nint y = undeclared;")));
        fault.Message.ShouldBe(
            "AN1204: n.ipynb, cell 2, line 2 does not compile: CS0103 The name 'undeclared' does not exist in the current context. Mend the cell; the "
                + "output holds the cells before it.");
        Output()[1]["outputs"]![0]!["ename"]!.GetValue<string>().ShouldBe("CS0103");
    }

    [Theory]
    [InlineData("not json", "is not a notebook")]
    [InlineData("{}", "has no list of cells")]
    [InlineData("""{"cells":[],"nbformat":3}""", "has notebook format 3, and only 4 is read")]
    [InlineData("""{"cells":[],"nbformat":4,"metadata":{"kernelspec":{"language":"python"}}}""", "is written in 'python'")]
    public void FilesThatAreNoCSharpNotebook_AreRefused(string text, string why)
    {
        var fault = Should.Throw<AnalyticsException>(() => NotebookFile.Parse("n.ipynb", text));
        fault.Code.ShouldBe("AN1201");
        fault.Message.ShouldContain(why);
    }

    [Fact]
    public async Task Console_IsGivenBackAfterARun()
    {
        var before = Console.Out;
        await Run(Code("1"));
        Console.Out.ShouldBeSameAs(before);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<IReadOnlyList<JsonNode>> Run(params JsonObject[] cells) => RunWith([], cells);

    private async Task<IReadOnlyList<JsonNode>> RunWith(Dictionary<string, string> parameters, params JsonObject[] cells)
    {
        await NotebookRunner.Run(Write("n.ipynb", cells), parameters, Path.Combine(_folder, "out.ipynb"), CancellationToken.None);
        return Output();
    }

    private IReadOnlyList<JsonNode> Output() => [.. JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, "out.ipynb")))!["cells"]!.AsArray().Select(c => c!)];

    private string Write(string name, JsonObject[] cells)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(
            path,
            new JsonObject { ["cells"] = new JsonArray(cells), ["metadata"] = new JsonObject(), ["nbformat"] = 4, ["nbformat_minor"] = 5 }.ToJsonString());
        return path;
    }

    private static JsonObject Code(string source) =>
        new()
        {
            ["cell_type"] = "code",
            ["metadata"] = new JsonObject(),
            ["outputs"] = new JsonArray(),
            ["execution_count"] = null,
            ["source"] = source.ReplaceLineEndings("\n"),
        };

    private static JsonObject Markdown(string source) => new() { ["cell_type"] = "markdown", ["metadata"] = new JsonObject(), ["source"] = source };

    private static JsonObject Tagged(string source)
    {
        var cell = Code(source);
        cell["metadata"]!["tags"] = new JsonArray("parameters");
        return cell;
    }

    /// <summary>The same JSON as the serialiser writes it.</summary>
    private static string Json(string text) => JsonNode.Parse(text)!.ToJsonString();
}
