using System.IO.Compression;
using System.Text;
using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Core.Reports;
using Analytics.Pipeline.Import;
using Analytics.Storage.Warehouse.Ledgers;

namespace Analytics.Pipeline.Tests.Import;

public sealed class ImportRunTests : IDisposable
{
    private const string Mapping = """
        { "table": "complaint", "columns": { "complaint_id": "id", "received_at": "received", "cause": "cause", "count": "n" },
            "labels": { "en": { "资费": "Billing" } } }
        """;
    private readonly ImportWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Import_Twice_StoresOnce()
    {
        var file = _world.Write("c.csv", Rows(1, 1000));
        Counts(_world.Import(CanonicalTable.Complaint, file, Mapping)).ShouldBe((1000, 1000, 0, 0));
        Counts(_world.Import(CanonicalTable.Complaint, file, Mapping)).ShouldBe((1000, 0, 1000, 0));
    }

    [Fact]
    public void Import_OfRowsWithoutIds_KeepsRepeatedOnesAndTwiceIsOnce()
    {
        const string mapping = """{ "table": "complaint", "columns": { "received_at": "received", "cause": "cause" } }""";
        var file = _world.Write("c.csv", "received,cause\n2026-11-01,a\n2026-11-01,a\n2026-11-01,b\n2026-11-01,a\n");
        var first = _world.Import(CanonicalTable.Complaint, file, mapping);
        Counts(first).ShouldBe((4, 4, 0, 0));
        first.Findings.ShouldContain(new Finding("repeated-rows", "c.csv", "", 2, "records are the same as an earlier one; each is kept"));
        Counts(_world.Import(CanonicalTable.Complaint, file, mapping)).ShouldBe((4, 0, 4, 0));
    }

    [Fact]
    public void Import_WithBadRows_TiesAndListsThem()
    {
        var file = _world.Write("c.csv", Rows(1, 10) + "11,not a date,资费,1\n12,2026-11-01 00:00:00,资费,0\n");
        Counts(_world.Import(CanonicalTable.Complaint, file, Mapping)).ShouldBe((12, 10, 0, 2));
        _world.Warehouse.QuarantineSummaries()
            .ShouldBe(
                [new QuarantineSummary("complaint", "not-a-date", "received_at", 1), new QuarantineSummary("complaint", "out-of-range", "count", 1)],
                ignoreOrder: true);
        _world.Warehouse.Imports().ShouldBe([new ImportSummary("complaint", "c.csv", 12, 10, 0, 2)]);
    }

    // A small batch makes many transactions: the counts must not depend on it.
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Import_InBatchesOfAnySize_CountsTheSame(int batchRows)
        => Counts(_world.Import(CanonicalTable.Complaint, _world.Write("c.csv", Rows(1, 200) + "x,bad,资费,1\n"), Mapping, batchRows)).ShouldBe((201, 200, 0, 1));

    [Fact]
    public void Import_OfATruncatedGzip_KeepsWhatCame_AndTheWholeFileCompletes()
    {
        var whole = Gzip(Rows(1, 60_000));
        var fault = Should.Throw<AnalyticsException>(
            () => _world.Import(CanonicalTable.Complaint, _world.Write("c.csv.gz", whole[..(whole.Length / 2)]), Mapping));
        fault.Code.ShouldBe("AN2003");
        var kept = long.Parse(System.Text.RegularExpressions.Regex.Match(fault.Message, "after row ([0-9]+)").Groups[1].Value);
        kept.ShouldBeInRange(1, 59_999);
        Counts(_world.Import(CanonicalTable.Complaint, _world.Write("c.csv.gz", whole), Mapping)).ShouldBe((60_000, 60_000 - kept, kept, 0));
    }

    [Fact]
    public void Import_InterruptedAndRunAgain_ContinuesAndEndsTheSame()
    {
        var file = _world.Write("c.csv", Rows(1, 30_000) + "x,bad,资费,1\n");
        using var stop = new CancellationTokenSource();
        var request = _world.Request(CanonicalTable.Complaint, file, Mapping) with { BatchRows = 1000 };
        Should.Throw<OperationCanceledException>(
            () => ImportRun.Execute(request, _world.Warehouse, ImportWorld.Pseudonyms, new StopAfter(stop, 8192), stop.Token));
        Counts(ImportRun.Execute(request, _world.Warehouse, ImportWorld.Pseudonyms)).ShouldBe((30_001, 30_000, 0, 1));
        Counts(ImportRun.Execute(request, _world.Warehouse, ImportWorld.Pseudonyms)).ShouldBe((30_001, 0, 30_000, 1));
    }

    [Fact]
    public void Import_ReportsItsProgress()
    {
        var seen = new List<ImportProgress>();
        ImportRun.Execute(
            _world.Request(CanonicalTable.Complaint, _world.Write("c.csv", Rows(1, 20_000)), Mapping),
            _world.Warehouse,
            ImportWorld.Pseudonyms,
            new Seen(seen));
        seen.Select(p => p.SourceRows).ShouldBe([8192, 16384, 20_000]);
        seen.Select(p => p.Fraction).ShouldBeInOrder();
        seen[^1].ShouldBe(new ImportProgress(20_000, 1, 0));
    }

    [Fact]
    public void Import_NeverStoresASubscribersNumber()
    {
        const string mapping = """
            { "table": "complaint", "columns": { "complaint_id": "id", "subscriber_id": "phone", "received_at": "received",
                "text": "text" } }
            """;
        _world.Import(
            CanonicalTable.Complaint,
            _world.Write("c.csv", "id,phone,received,text\n1,13812341234,2026-11-01,ring 13987654321\n2,13812341234,never,ring 13987654321\n3,13812341234\n"),
            mapping);
        _world.Warehouse.Quarantine(new QuarantineFilter()).Count().ShouldBe(2);
        _world.Warehouse.File.ShouldSatisfyAllConditions(
            Directory.GetFiles(Path.GetDirectoryName(_world.Warehouse.File)!, "warehouse.db*")
                .Where(f => new FileInfo(f).Length > 0)
                .Select(f => (Action)(() => ShouldNotHold(f, "13812341234", "13987654321")))
                .ToArray());
    }

    [Fact]
    public void Retry_UnderACorrectedMapping_StoresTheRowsOnce()
    {
        var file = _world.Write("c.csv", Rows(1, 3) + "4,22/11/2026,资费,1\n5,never,资费,1\n");
        _world.Import(CanonicalTable.Complaint, file, Mapping);
        var corrected = _world.Write(
            "corrected.json",
            Mapping.Replace("\"received\"", "{ \"source\": \"received\", \"formats\": [\"yyyy-MM-dd HH:mm:ss\", \"dd/MM/yyyy\"] }"));
        QuarantineRetry.Execute(new RetryRequest(corrected), _world.Warehouse, ImportWorld.Pseudonyms).ShouldBe(new RetryResult(2, 1, 0, 1));
        _world.Warehouse.Quarantine(new QuarantineFilter())
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(e => e.Line.ShouldBe(6), e => e.Value.ShouldBe("never"));
        QuarantineRetry.Execute(new RetryRequest(corrected), _world.Warehouse, ImportWorld.Pseudonyms).ShouldBe(new RetryResult(1, 0, 0, 1));
    }

    [Fact]
    public void Retry_OfOneCellOfAWideSurvey_StoresThatAnswerOnly()
    {
        const string mapping = """
            { "table": "survey", "columns": { "response_id": "id", "subscriber_id": "phone", "answered_at": { "constant": "2026-11-01" } },
              "unpivot": [{ "columns": ["Q1", "Q2"], "label": "item", "value": "score" }], "scales": { "*": { "minimum": 1, "maximum": 10 } } }
            """;
        var file = _world.Write("s.csv", "id,phone,Q1,Q2\n1,13812341234,7,8\n2,13812341234,11,9\n");
        Counts(_world.Import(CanonicalTable.Survey, file, mapping)).ShouldBe((4, 3, 0, 1));
        var corrected = _world.Write("corrected.json", mapping.Replace("\"maximum\": 10", "\"maximum\": 11"));
        QuarantineRetry.Execute(new RetryRequest(corrected), _world.Warehouse, ImportWorld.Pseudonyms).ShouldBe(new RetryResult(1, 1, 0, 0));
        _world.Warehouse.Imports().ShouldBe([new ImportSummary("survey", "s.csv", 4, 4, 0, 0)]);
    }

    private static string Rows(int from, int count)
        => (from == 1 ? "id,received,cause,n\n" : "")
            + string.Concat(
                Enumerable.Range(from, count)
                    .Select(i => $"{i},2026-11-{(i % 28) + 1:00} {i % 24:00}:{i * 7 % 60:00}:{i * 13 % 60:00},{(i % 3 == 0 ? "资费" : "网络")},{(i % 5) + 1}\n"));

    private static byte[] Gzip(string text)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return target.ToArray();
    }

    private static (long Read, long Stored, long AlreadyThere, long Quarantined) Counts(ImportResult result) =>
        (result.Read, result.Stored, result.AlreadyThere, result.Quarantined);

    private static void ShouldNotHold(string file, params string[] secrets)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        foreach (var secret in secrets)
        {
            copy.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)).ShouldBe(-1, $"{secret} in {file}");
        }
    }

    private sealed class StopAfter(CancellationTokenSource stop, long rows) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.SourceRows >= rows)
            {
                stop.Cancel();
            }
        }
    }

    private sealed class Seen(List<ImportProgress> seen) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => seen.Add(value);
    }
}
