using System.Text.Json;

namespace Analytics.Jobs.Tests.EndToEnd;

public sealed class QuarantineTests : IDisposable
{
    private const string Mapping = """
        {
          "table": "complaint",
          "columns": {
            "complaint_id": { "source": "id" },
            "received_at": { "source": "received" },
            "closed_at": { "source": "closed" },
            "cause": { "source": "cause" },
            "text": { "source": "text" },
            "count": { "constant": "1" }
          }
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public QuarantineTests()
    {
        File.WriteAllText(_folder.File("map.json"), Mapping);
        File.WriteAllText(_folder.File("complaints.csv"), """"
            id,received,closed,cause,text
            A1,2026-11-09 08:00:00,2026-11-10 08:00:00,billing,"=HYPERLINK(""http://x"",""y"")"
            A2,2026-11-09 09:00:00,2026-11-08 09:00:00,billing,closed before received
            A3,yesterday,,coverage,not a date
            A4,2026-11-09 10:00:00,,coverage,fine
            """");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Import_WithBadRows_StrictEndsWith3_AndTheCountsTie()
    {
        var run = Import("--strict", "--json");
        run.ExitCode.ShouldBe(3, run.Messages);
        var json = JsonDocument.Parse(run.Results).RootElement;
        Counts(json).ShouldBe((4, 2, 0, 2));
    }

    [Fact]
    public void Import_WithBadRows_WithoutStrict_IsDone()
    {
        var run = Import();
        run.ExitCode.ShouldBe(0, run.Messages);
        run.ResultLines[0].ShouldBe("4 rows read: 2 stored, 0 already there, 2 quarantined");
    }

    [Fact]
    public void DryRun_StoresNothing_AndShowsWhatWouldHappen()
    {
        var run = Import("--dry-run");
        run.ExitCode.ShouldBe(0, run.Messages);
        File.Exists(_folder.File("analytics-data/warehouse.db")).ShouldBeFalse();
        run.Results.ShouldContain("4 source rows become 4 complaint rows: 2 pass, 2 would be quarantined");
        run.Results.ShouldContain("closed-before-received");
    }

    [Fact]
    public void Quarantine_ListAndExport_ShowEveryRowWithItsReason()
    {
        Import();
        var list = ProgramRun.In(_folder.Path, "quarantine", "list");
        list.ExitCode.ShouldBe(0, list.Messages);
        list.Results.ShouldContain("closed-before-received");
        list.Results.ShouldContain("yesterday");
        var export = ProgramRun.In(_folder.Path, "quarantine", "export", "--out", "bad.csv");
        export.ExitCode.ShouldBe(0, export.Messages);
        var lines = File.ReadAllLines(_folder.File("bad.csv"));
        lines.Length.ShouldBe(3);
        lines[1].ShouldContain("id=A2");
        lines[2].ShouldContain("received=yesterday");
    }

    [Fact]
    public void Quarantine_RetryUnderACorrectedMapping_StoresWhatPassesNow()
    {
        Import();
        File.WriteAllText(_folder.File("corrected.json"), Mapping.Replace("\"closed_at\": { \"source\": \"closed\" },", "", StringComparison.Ordinal));
        var retry = ProgramRun.In(_folder.Path, "quarantine", "retry", "--map", "corrected.json", "--strict");
        retry.ExitCode.ShouldBe(3, retry.Messages);
        retry.ResultLines.ShouldBe(["2 rows tried: 1 stored, 0 already there, 1 wait on"]);
        ProgramRun.In(_folder.Path, "quarantine", "list").Results.ShouldNotContain("closed-before-received");
    }

    [Fact]
    public void MappingSchema_IsJson_AndASuggestionForTheFileLoads()
    {
        JsonDocument.Parse(ProgramRun.In(_folder.Path, "mapping", "schema").Results).RootElement.GetProperty("title").GetString()!.ShouldContain("apping");
        File.WriteAllLines(
            _folder.File("complaints.csv"),
            File.ReadAllLines(_folder.File("complaints.csv")).Where(line => !line.Contains("yesterday", StringComparison.Ordinal)).ToArray());
        var suggest = ProgramRun.In(_folder.Path, "mapping", "suggest", "complaints.csv", "--table", "complaints", "--out", "suggested.json");
        suggest.ExitCode.ShouldBe(0, suggest.Messages);
        suggest.ResultLines.ShouldBe([_folder.File("suggested.json")]);
        ProgramRun.In(_folder.Path, "import", "complaints", "complaints.csv", "--map", "suggested.json", "--dry-run").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Commands_WithoutAWarehouse_SayHowToGetOne()
    {
        foreach (var arguments in new[] { "report --period 2026-W46", "quarantine list", "segment --period 2026-W46 --by arpu" })
        {
            var run = ProgramRun.In(_folder.Path, arguments.Split(' '));
            run.ExitCode.ShouldBe(2);
            run.Messages.ShouldStartWith("error AN1014: ");
        }

        Directory.Exists(_folder.File("analytics-data")).ShouldBeFalse();
    }

    private ProgramRun Import(params string[] more) => ProgramRun.In(_folder.Path, ["import", "complaints", "complaints.csv", "--map", "map.json", .. more]);

    private static (long, long, long, long) Counts(JsonElement json)
        => (
            json.GetProperty("read").GetInt64(),
            json.GetProperty("stored").GetInt64(),
            json.GetProperty("alreadyThere").GetInt64(),
            json.GetProperty("quarantined").GetInt64());
}
