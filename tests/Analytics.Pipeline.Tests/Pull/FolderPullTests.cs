using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Pipeline.Pull;
using Analytics.Pipeline.Tests.Import;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Tests;

namespace Analytics.Pipeline.Tests.Pull;

public sealed class FolderPullTests : IDisposable
{
    private const string Mapping = """{ "table": "complaint", "columns": { "complaint_id": "id", "received_at": "at", "cause": "cause" } }""";
    private readonly TemporaryFolder _folder = new();
    private readonly WarehouseDatabase _warehouse;

    public FolderPullTests()
    {
        Directory.CreateDirectory(Drop);
        _warehouse = WarehouseDatabase.Open(new WarehouseOptions(_folder.Sub("warehouse.db")), TimeProvider.System);
        File.WriteAllText(_folder.Sub("map.json"), Mapping);
    }

    private string Drop => _folder.Sub("drop");

    [Fact]
    public void NewFiles_AreImportedAndMoved_OthersAreLeft()
    {
        Put("b.csv", "id,at,cause\n1,2026-11-01,slow\n2,2026-11-02,bill\n");
        Put("a.csv.gz", Zipped("id,at,cause\n3,2026-11-03,slow\n,,\n"));
        Put("young.csv", "id,at,cause\n4,2026-11-04,slow\n", age: 5);
        Put(".hidden.csv", "x");
        Put("upload.csv.part", "x");

        Counts(Pull()).ShouldBe((4, 3, 0, 1, new PulledFiles(2, 0, 0, 1)));
        Names(Drop).ShouldBe([".hidden.csv", "upload.csv.part", "young.csv"]);
        Names(Drop + "/done").ShouldBe(["a.csv.gz", "b.csv"]);
        File.SetLastWriteTimeUtc(Path.Combine(Drop, "young.csv"), DateTime.UtcNow.AddMinutes(-5));
        Counts(Pull()).ShouldBe((1, 1, 0, 0, new PulledFiles(1, 0, 0, 0)));
    }

    [Fact]
    public void ContentThatIsThereAlready_IsMovedOnly_WhateverItsName()
    {
        Put("a.csv", "id,at,cause\n1,2026-11-01,slow\n");
        Pull();
        Put("a.csv", "id,at,cause\n1,2026-11-01,slow\n"); // as after a crash between storing and moving
        Put("again.csv", "id,at,cause\n1,2026-11-01,slow\n");
        Put("a.csv.bak", "id,at,cause\n2,2026-11-02,bill\n");

        Counts(Pull()).ShouldBe((1, 1, 0, 0, new PulledFiles(1, 2, 0, 0)));
        Names(Drop + "/done").ShouldBe(["a.csv", "a.csv.bak", "again.csv"]);
        _warehouse.Imports().Sum(i => i.Read).ShouldBe(2);
    }

    [Fact]
    public void AnotherFileOfTheSameName_DoesNotReplaceTheOneThatIsDone()
    {
        Put("daily.csv", "id,at,cause\n1,2026-11-01,slow\n");
        Pull();
        Put("daily.csv", "id,at,cause\n2,2026-11-02,bill\n");
        Pull().Stored.ShouldBe(1);

        var done = Directory.GetFiles(Drop + "/done").Order(StringComparer.Ordinal).ToList();
        done.Select(f => Path.GetFileName(f)[^9..]).ShouldBe(["daily.csv", "daily.csv"]);
        done.Select(File.ReadAllText).Order(StringComparer.Ordinal).ShouldBe(["id,at,cause\n1,2026-11-01,slow\n", "id,at,cause\n2,2026-11-02,bill\n"]);
    }

    [Fact]
    public void FilesThatCannotBeRead_AreRejectedWithTheReason_AndDoNotStopTheOthers()
    {
        Put("empty.csv", "");
        Put("other.csv", "ids,at,cause\n1,2026-11-01,slow\n");
        Put(
            "broken.csv.gz",
            Zipped(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i},2026-11-01,cause {i * 7919 % 1000}\n").Prepend("id,at,cause\n")))[..20_000]);
        Put("good.csv", "id,at,cause\ngood,2026-11-01,slow\n");

        var result = Pull();
        result.Files.ShouldBe(new PulledFiles(1, 0, 3, 0));
        Names(Drop).ShouldBeEmpty();
        Names(Drop + "/rejected")
            .ShouldBe(["broken.csv.gz", "broken.csv.gz.reason.txt", "empty.csv", "empty.csv.reason.txt", "other.csv", "other.csv.reason.txt"]);
        string Reason(string name) => File.ReadAllText(Path.Combine(Drop, "rejected", name + ".reason.txt"));
        Reason("empty.csv").ShouldStartWith("AN2002: The file '");
        Reason("other.csv").ShouldContain("'other.csv' has no column 'id'. Did you mean 'ids'?");
        Reason("broken.csv.gz").ShouldStartWith("AN2003: The compressed file 'broken.csv.gz' breaks off after row ");
    }

    [Fact]
    public void FaultyMappingOrMissingFolder_EndsThePull_AndLeavesTheFiles()
    {
        Put("a.csv", "id,at,cause\n1,2026-11-01,slow\n");
        File.WriteAllText(_folder.Sub("map.json"), """{ "table": "complaint", "columns": { "recieved_at": "at" } }""");
        Should.Throw<AnalyticsException>(() => Pull()).Code.ShouldBe("AN2103");
        Names(Drop).ShouldBe(["a.csv"]);
        Directory.Delete(Drop, recursive: true);
        File.WriteAllText(_folder.Sub("map.json"), Mapping);
        Should.Throw<AnalyticsException>(() => Pull()).Code.ShouldBe("AN2323");
    }

    /// <summary>The public data sets come in through drop folders as they do by import. Counts as in <see cref="RealDataTests"/>.</summary>
    [Theory]
    [InlineData("complaint", "anatel/complaints.csv.gz", "anatel.json", 1_222_823)]
    [InlineData("subscriber", "beijing-mobile/internet.xlsx", "beijing-subscribers.json", 7020)]
    [InlineData("complaint", "comcast/complaints.csv", "comcast.json", 2224)]
    [InlineData("subscriber", "iranian-churn/customers.csv", "iranian-subscribers.json", 3150)]
    [InlineData("survey", "ecsi/mobi.csv", "ecsi-mobi.json", 6000)]
    [InlineData("survey", "ecsi/satisfaction.csv", "ecsi-satisfaction.json", 6750)]
    public void RealData_ThroughADropFolder_IsStoredOnce(string table, string file, string mapping, long rows)
    {
        var (data, mappings) = RealDataTests.Places();
        var name = Path.GetFileName(file);
        File.Copy(Path.Combine(data, file), Path.Combine(Drop, name));
        File.SetLastWriteTimeUtc(Path.Combine(Drop, name), DateTime.UtcNow.AddMinutes(-5));
        var source = Source() with { Table = CanonicalTable.All.Single(t => t.Name == table), MappingFile = Path.Combine(mappings, mapping) };

        var result = PullRun.Execute(source, _warehouse, ImportWorld.Pseudonyms, TimeProvider.System, null, TestContext.Current.CancellationToken);
        (result.Read, result.Quarantined, result.Files).ShouldBe((rows, 0, new PulledFiles(1, 0, 0, 0)));
        result.Stored.ShouldBe(rows - result.AlreadyThere);
        File.Move(Path.Combine(Drop, "done", name), Path.Combine(Drop, name));
        Counts(PullRun.Execute(source, _warehouse, ImportWorld.Pseudonyms, TimeProvider.System, null, TestContext.Current.CancellationToken))
            .ShouldBe((0, 0, 0, 0, new PulledFiles(0, 1, 0, 0)));
    }

    public void Dispose()
    {
        _warehouse.Dispose();
        _folder.Dispose();
    }

    private static (long Read, long Stored, long AlreadyThere, long Quarantined, PulledFiles? Files) Counts(PullResult result) =>
        (result.Read, result.Stored, result.AlreadyThere, result.Quarantined, result.Files);

    private SourceDefinition Source() =>
        new() { Name = "drop", Table = CanonicalTable.Complaint, MappingFile = _folder.Sub("map.json"), TimeZone = "UTC", Folder = new DropFolder(Drop) };

    private PullResult Pull() =>
        PullRun.Execute(Source(), _warehouse, ImportWorld.Pseudonyms, TimeProvider.System, null, TestContext.Current.CancellationToken);

    private void Put(string name, string content, int age = 300) => Put(name, System.Text.Encoding.UTF8.GetBytes(content), age);

    private void Put(string name, byte[] content, int age = 300)
    {
        var path = Path.Combine(Drop, name);
        File.WriteAllBytes(path, content);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddSeconds(-age));
    }

    private static byte[] Zipped(string text)
    {
        using var target = new MemoryStream();
        using (
            var gzip = new System.IO.Compression.GZipStream(
                target,
                System.IO.Compression.CompressionLevel.Fastest)) gzip.Write(System.Text.Encoding.UTF8.GetBytes(text));
        return target.ToArray();
    }

    private static List<string> Names(string folder) => [.. new DirectoryInfo(folder).GetFiles().Select(f => f.Name).Order(StringComparer.Ordinal)];
}
