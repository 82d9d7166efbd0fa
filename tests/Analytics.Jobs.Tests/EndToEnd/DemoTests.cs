using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;

namespace Analytics.Jobs.Tests.EndToEnd;

public sealed class DemoTests(SmallDemo demo) : IClassFixture<SmallDemo>
{
    [Fact]
    public void Demo_EndsBySayingWhereTheWorkbookAndTheChartsAre_AndThreeHeadlines()
    {
        demo.Demo.ExitCode.ShouldBe(0, demo.Demo.Messages);
        var lines = demo.Demo.ResultLines;
        lines.Length.ShouldBe(5);
        lines[0].ShouldStartWith("workbook: ");
        File.Exists(lines[0]["workbook: ".Length..]).ShouldBeTrue(lines[0]);
        lines[1].ShouldStartWith("charts:   ");
        Directory.GetFiles(lines[1]["charts:   ".Length..], "*.svg").Length.ShouldBeGreaterThan(5);
        lines[2..].ShouldAllBe(headline => headline.EndsWith('。') && headline.Any(char.IsAsciiDigit));
    }

    [Fact]
    public void Demo_KeepsToItsTwoFolders()
        => Directory.EnumerateFileSystemEntries(demo.Folder)
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal)
            .Where(n => n is not null && !n.StartsWith("test-", StringComparison.Ordinal))
            .ShouldBe(["analytics-data", "out"]);

    [Fact]
    public void Demo_Piped_ReportsProgressInPlainLines()
    {
        demo.Demo.Messages.ShouldContain("import subscribers.csv.gz: 5,000 rows in ");
        demo.Demo.Messages.ShouldNotContain("\u001b");
    }

    [Fact]
    public void Charts_AreWellFormedSvg()
    {
        var charts = demo.Demo.ResultLines[1]["charts:   ".Length..];
        foreach (var chart in Directory.GetFiles(charts, "*.svg"))
        {
            XDocument.Load(chart).Root!.Name.LocalName.ShouldBe("svg", chart);
        }
    }

    [Fact]
    public void Workbook_HoldsNativeCharts()
    {
        using var workbook = ZipFile.OpenRead(demo.Demo.ResultLines[0]["workbook: ".Length..]);
        workbook.Entries.Count(e => e.FullName.Contains("charts/chart", StringComparison.Ordinal)).ShouldBeGreaterThan(2);
    }

    [Fact]
    public void Report_UnchangedData_PublishesNothingNew_AndTheJsonHasTheDocumentedShape()
    {
        var run = demo.Run("report", "--period", "2026-W46", "--json");
        run.ExitCode.ShouldBe(0, run.Messages);
        var json = JsonDocument.Parse(run.Results).RootElement;
        json.EnumerateObject().Select(p => p.Name).ShouldBe(["period", "scope", "version", "folder", "workbook", "charts", "report", "run", "headlines"]);
        json.GetProperty("period").GetString().ShouldBe("2026-W46");
        json.GetProperty("version").GetInt32().ShouldBe(1);
        var paths = json.GetProperty("charts")
            .EnumerateArray()
            .Select(c => c.GetString()!)
            .Concat(new[] { "workbook", "report", "run" }.Select(p => json.GetProperty(p).GetString()!))
            .ToList();
        paths.ShouldAllBe(path => File.Exists(path));
        json.GetProperty("headlines").GetArrayLength().ShouldBeInRange(3, 5);
    }

    [Fact]
    public void Report_InEnglish_PrintsThePathsOneALine()
    {
        var run = demo.Run("report", "--period", "2026-11", "--language", "en", "--out", "test-english");
        run.ExitCode.ShouldBe(0, run.Messages);
        run.ResultLines[0].ShouldEndWith("satisfaction_2026-11_all_v1.xlsx");
        run.ResultLines.ShouldAllBe(path => File.Exists(path));
        run.Messages.ShouldContain("subscribers");
    }

    [Fact]
    public void Report_OfOneRegion_NamesItInTheFolder()
    {
        var run = demo.Run("report", "--period", "2026-W46", "--where", "region=武汉|宜昌", "--out", "test-region", "--json");
        run.ExitCode.ShouldBe(0, run.Messages);
        JsonDocument.Parse(run.Results).RootElement.GetProperty("folder").GetString()!.ShouldContain("region=");
    }

    [Fact]
    public void Report_PeriodWithoutData_NamesThePeriodsThatHaveSome()
    {
        var run = demo.Run("report", "--period", "2019-W10");
        run.ExitCode.ShouldBe(1);
        run.Results.ShouldBeEmpty();
        run.Messages.ShouldContain("error AN4001: ");
        run.Messages.ShouldContain("2026-W27 to 2026-W46");
        Directory.Exists(Path.Combine(demo.Folder, "out", "2019-W10")).ShouldBeFalse();
    }

    [Fact]
    public void Import_OfTheSameFileAgain_StoresNothing()
    {
        var sample = Path.Combine(demo.Folder, "analytics-data", "sample");
        var run = demo.Run(
            "import",
            "complaints",
            Path.Combine(sample, "complaints.csv.gz"),
            "--map",
            Path.Combine(sample, "complaints.map.json"),
            "--json",
            "--strict");
        run.ExitCode.ShouldBe(0, run.Messages);
        var json = JsonDocument.Parse(run.Results).RootElement;
        json.EnumerateObject().Select(p => p.Name).ShouldBe(["read", "stored", "alreadyThere", "quarantined", "findings"]);
        (json.GetProperty("stored").GetInt64(), json.GetProperty("alreadyThere").GetInt64()).ShouldBe((0, json.GetProperty("read").GetInt64()));
    }

    [Fact]
    public void NotebookRun_StoresItsOutputs_OverTheDemoWarehouse()
    {
        var run = demo.Run(
            "notebook",
            "run",
            Repository.File("notebooks/01-segmentation.ipynb"),
            "--param",
            "period=2026-W46",
            "--out",
            "test-segmentation.ipynb");
        run.ExitCode.ShouldBe(0, run.Messages);
        var cells = JsonDocument.Parse(File.ReadAllText(Path.Combine(demo.Folder, "test-segmentation.ipynb"))).RootElement.GetProperty("cells")
            .EnumerateArray();
        cells.Count(c => c.TryGetProperty("outputs", out var outputs) && outputs.GetArrayLength() > 0).ShouldBeGreaterThan(2);
    }

    [Fact]
    public void Demo_OnAWarehouseOfOtherData_IsRefused()
    {
        var warehouse = Path.Combine(demo.Folder, "analytics-data", "warehouse.db");
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("analytics-data"));
        File.Copy(warehouse, folder.File("analytics-data/warehouse.db"));
        var run = ProgramRun.In(folder.Path, "demo");
        run.ExitCode.ShouldBe(2);
        run.Messages.ShouldStartWith("error AN1015: ");
    }
}
