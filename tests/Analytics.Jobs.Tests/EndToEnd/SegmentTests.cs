using System.IO.Compression;
using System.Text.Json;

namespace Analytics.Jobs.Tests.EndToEnd;

public sealed class SegmentTests(SmallDemo demo) : IClassFixture<SmallDemo>
{
    [Fact]
    public void Segment_ByArpuAgeUsage_PrintsATableForEach_WithOwnBands()
    {
        var run = demo.Run("segment", "--period", "2026-11", "--by", "arpu,age,usage", "--bands", "arpu=50,120", "--two-way", "--clusters", "3");
        run.ExitCode.ShouldBe(0, run.Messages);
        run.Results.ShouldContain("(50, 120]");
        new[] { "arpu ", "age ", "data_mb ", "arpu × age ", "cluster " }.ShouldAllBe(
            heading => run.ResultLines.Any(line => line.StartsWith(heading, StringComparison.Ordinal)));
    }

    [Fact]
    public void Segment_WrittenThreeWays_HoldsTheSameRows()
    {
        foreach (var name in new[] { "test-s.csv", "test-s.xlsx", "test-s.json" })
        {
            demo.Run("segment", "--period", "2026-11", "--by", "brand,age", "--language", "en", "--out", name).ExitCode.ShouldBe(0);
        }

        var csv = File.ReadAllLines(Path.Combine(demo.Folder, "test-s.csv"));
        var tables = JsonDocument.Parse(File.ReadAllText(Path.Combine(demo.Folder, "test-s.json"))).RootElement.GetProperty("tables").EnumerateArray();
        tables.Sum(t => t.GetProperty("rows").GetArrayLength()).ShouldBe(csv.Length - 1);
        csv.Length.ShouldBeGreaterThan(8);
        csv[0].ShouldStartWith("column,label,complaints,subscribers,share_of_complaints,");
        csv.Skip(1)
            .ShouldContain(line => line.StartsWith("brand,GoTone,", StringComparison.Ordinal) || line.Contains("GoTone", StringComparison.Ordinal), csv[1]);
        using var workbook = ZipFile.OpenRead(Path.Combine(demo.Folder, "test-s.xlsx"));
        using var reader = new StreamReader(workbook.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var sheet = reader.ReadToEnd();
        (sheet.Split("<x:row ").Length - 1).ShouldBe(csv.Length);
    }

    [Theory]
    [InlineData("AN1018", "--by", "apru")]
    [InlineData("AN1017", "--by", "arpu", "--bands", "arpu=50,20")]
    [InlineData("AN1017", "--by", "arpu", "--bands", "brand=1")]
    [InlineData("AN1016", "--by", "arpu", "--out", "segments.pdf")]
    [InlineData("AN1011", "--by", "arpu", "--where", "region")]
    [InlineData("AN1012", "--by", "arpu", "--where", "regoin=武汉")]
    [InlineData("AN1013", "--by", "arpu", "--where", "arpu=20")]
    [InlineData("AN4005", "--by", "arpu,arpu")]
    public void Segment_WrongArgument_HasItsCode(string code, params string[] arguments)
    {
        var run = demo.Run(["segment", "--period", "2026-W46", .. arguments]);
        run.ExitCode.ShouldBe(2);
        run.Messages.ShouldStartWith($"error {code}: ");
    }
}
