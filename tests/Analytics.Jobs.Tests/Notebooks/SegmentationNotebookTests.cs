using System.Text.Json.Nodes;
using System.Xml.Linq;
using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Jobs.Notebooks;
using Analytics.Pipeline.Import;
using Analytics.Samples;
using Analytics.Storage.Privacy;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Engines;

namespace Analytics.Jobs.Tests.Notebooks;

[Collection("console")]
public sealed class SegmentationNotebookTests(SegmentationNotebookTests.SampleWarehouse sample) : IClassFixture<SegmentationNotebookTests.SampleWarehouse>
{
    private static readonly string Notebook = Path.Combine(Repository.Root, "notebooks", "01-segmentation.ipynb");

    [Fact]
    public async Task SampleWarehouse_GivesTablesHeatMapsAndTheSameBytesTwice()
    {
        var (first, second) = (sample.Folder.File("a.ipynb"), sample.Folder.File("b.ipynb"));
        var parameters = new Dictionary<string, string> { ["arpuBands"] = "30, 60, 100" };
        (await NotebookRunner.Run(Notebook, parameters, first, sample.Context, TestContext.Current.CancellationToken)).CellsRun.ShouldBe(7);
        await NotebookRunner.Run(Notebook, parameters, second, sample.Context, TestContext.Current.CancellationToken);
        File.ReadAllBytes(second).ShouldBe(File.ReadAllBytes(first));

        var tables = Shown(first, "tables", "text/html").Where(h => h.StartsWith("<table>", StringComparison.Ordinal)).Select(XElement.Parse).ToList();
        tables.Count.ShouldBe(3);
        var arpu = tables[0].Descendants("tr").Skip(1).Select(r => r.Elements("td").Select(c => c.Value).ToList()).ToList();
        arpu.Select(r => r[0]).Take(4).ShouldBe(["≤30", "(30, 60]", "(60, 100]", ">100"]);
        arpu.Take(4).ShouldAllBe(r => r[1] == "○" || double.Parse(r[3]) > 0);

        var maps = Shown(first, "maps", "image/svg+xml").Select(XElement.Parse).ToList();
        maps.Count.ShouldBe(2);
        maps[0].Descendants().Count(e => (string?)e.Attribute("class") == "cell").ShouldBe(5 * 8, "four bands and unknown by seven bands and unknown");
        Shown(first, "bars", "image/svg+xml").Count.ShouldBe(3);
    }

    [Fact]
    public async Task PeriodWithoutData_FailsWithTheStudysOwnReasonAndPlace()
    {
        var output = sample.Folder.File("none.ipynb");
        var fault = await Should.ThrowAsync<AnalyticsException>(
            () =>
                NotebookRunner.Run(
                    Notebook,
                    new Dictionary<string, string> { ["period"] = "2020-W01" },
                    output,
                    sample.Context,
                    TestContext.Current.CancellationToken));
        fault.Code.ShouldBe("AN1205");
        fault.Message.ShouldContain("AN4001");
        fault.Message.ShouldContain("line 14");
        File.ReadAllText(output).ShouldContain("\"output_type\": \"error\"");
    }

    private static List<string> Shown(string file, string cell, string type)
        => [.. JsonNode.Parse(File.ReadAllText(file))!["cells"]!.AsArray().Single(c => (string?)c!["id"] == cell)!["outputs"]!.AsArray()
            .Select(o => o!["data"]?[type]).OfType<JsonArray>().Select(lines => string.Concat(lines.Select(l => (string)l!)))];

    /// <summary>A small operator, made once for all tests here.</summary>
    public sealed class SampleWarehouse : IDisposable
    {
        public SampleWarehouse()
        {
            var settings = new SampleSettings
            {
                Subscribers = 20_000,
                Weeks = 3,
                ComplaintsPerWeek = 1500,
                SurveyPerWeek = 20,
                Compress = false,
                IncidentWeeksBack = 1,
            };
            var files = SampleGenerator.Write(settings, Folder.File("sample"), null, CancellationToken.None);
            var warehouse = Folder.File("warehouse.db");
            using var database = WarehouseDatabase.Open(new WarehouseOptions(warehouse), TimeProvider.System);
            var pseudonyms = SubscriberPseudonymizer.Load(null, Folder.File("pseudonym.key"));
            ImportRun.Execute(new ImportRequest(CanonicalTable.Subscriber, files.Subscribers, files.SubscribersMapping), database, pseudonyms);
            ImportRun.Execute(new ImportRequest(CanonicalTable.Complaint, files.Complaints, files.ComplaintsMapping), database, pseudonyms);
            Context = new NotebookContext { Warehouse = new WarehouseOptions(warehouse) };
        }

        internal TemporaryFolder Folder { get; } = new();

        public NotebookContext Context { get; }

        public void Dispose() => Folder.Dispose();
    }
}
