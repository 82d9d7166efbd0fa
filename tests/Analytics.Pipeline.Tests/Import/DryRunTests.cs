using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Pipeline.Import;
using Analytics.Storage.Mappings;

namespace Analytics.Pipeline.Tests.Import;

public sealed class DryRunTests : IDisposable
{
    private const string Complaints = """
        { "table": "complaint", "columns": {
            "complaint_id": "id", "subscriber_id": "phone", "received_at": "received", "closed_at": "closed", "first_reply_at": "replied",
                "cause": "cause", "text": "text", "satisfaction": "score" },
          "scales": { "*": { "minimum": 1, "maximum": 5 } } }
        """;

    private const string Header = "id,phone,received,closed,replied,cause,text,score\n";
    private readonly ImportWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void DryRun_OfBadRows_QuarantinesEachWithItsRule()
    {
        var result = _world.Try(CanonicalTable.Complaint, Header
            + "A1,13812341234,2026-11-02 10:00:00,2026-11-03 10:00:00,2026-11-02 11:00:00,billing,call 13912341234,5\n"
            + "A2,13812341234,2026-11-02 10:00:00,2026-11-01 10:00:00,,billing,,\n"
            + "A3,13812341234,2026-11-02 10:00:00,,2026-11-02 09:59:59,billing,,\n"
            + "A4,13812341234,yesterday,,,billing,,\n"
            + "A5,13812341234,,,,billing,,\n"
            + "A6,13812341234,2026-11-02 10:00:00,,,billing,,6\n"
            + "A7,13812341234,2026-11-02 10:00:00,,,billing,,good\n"
            + "A8,13812341234,2026-11-02 10:00:00\n"
            + "<<<<<<< HEAD\n"
            + "A9,13812341234,2026-11-02 10:00:00,2026-11-02,,billing,\"two\nlines\",1\n", Complaints);

        (result.SourceRows, result.Read, result.Passed, result.Quarantined).ShouldBe((10, 10, 2, 8));
        result.Precision.ShouldBe(DatePrecision.Instant);
        result.QuarantineSample.Select(q => $"{q.Line} {q.Rule} {q.Field} {q.Value}".TrimEnd()).ShouldBe([
            "3 closed-before-received closed_at 2026-11-01T02:00:00Z", "4 replied-before-received first_reply_at 2026-11-02T01:59:59Z",
            "5 not-a-date received_at yesterday",
            "6 required received_at", "7 score-off-scale satisfaction 6", "8 not-a-number satisfaction good", "9 wrong-field-count", "10 git-conflict-marker"]);
        var pseudonym = ImportWorld.Pseudonyms.Pseudonym("13812341234");
        result.QuarantineSample[2].Raw.ShouldBe($"A4\tpseudonym:{pseudonym}\tyesterday\t\t\tbilling\t\t");
        result.QuarantineSample[6].Raw.ShouldBe($"A8\tpseudonym:{pseudonym}\t2026-11-02 10:00:00");
        result.QuarantineSample.ShouldAllBe(q => !q.Raw.Contains("13812341234"));
        result.FirstRows.Select(r => string.Join('|', r)).ShouldBe([
            $"A1|{pseudonym}|2026-11-02T02:00:00Z|||billing||||||call 139****1234|||||2026-11-02T03:00:00Z|2026-11-03T02:00:00Z|||5||||1".Replace(
                "|||billing||||||",
                "|||billing|||||"),
            $"A9|{pseudonym}|2026-11-02T02:00:00Z|||billing|||||two\nlines||||||2026-11-02T12:00:00Z|||1||||1"]);
    }

    [Fact]
    public void DryRun_OfRepeatedRowsAndIds_FindsBoth()
    {
        var result = _world.Try(CanonicalTable.Complaint, Header
            + "A1,1,2026-11-02 10:00:00,,,billing,,\nA1,1,2026-11-02 10:00:00,,,billing,,\n"
            + "A1,1,2026-11-02 11:00:00,,,billing,,\nA2,1,2026-11-02 10:00:00,,,network,,\n", Complaints);
        result.Findings.Where(f => f.Rule.StartsWith("repeated")).ShouldBe([
            new("repeated-rows", "source.csv", "", 1, "records are the same as an earlier one; each is kept"),
            new("repeated-ids", "source.csv", "complaint_id", 2, "rows carry the id of an earlier one")]);
    }

    [Fact]
    public void DryRun_OfSubscribers_ChecksAgeAndTenure()
    {
        const string mapping = """
            { "table": "subscriber", "columns": { "subscriber_id": "id", "as_of": "day", "age": "age", "birth_year": "born",
                "activated_on": "since" } }
            """;
        const string rows = "id,day,age,born,since\n1,2026-10-31,121,,\n2,2026-10-31,-1,,\n3,2026-10-31,0,,\n4,2026-10-31,120,,\n"
            + "5,2026-10-31,,1900,\n6,2026-10-31,,1990,2026-11-01\n7,2026-10-31,,1990,2026-10-31\n";
        var result = _world.Try(CanonicalTable.Subscriber, rows, mapping);
        result.QuarantineSample.Select(q => $"{q.Line} {q.Rule} {q.Field} {q.Value}").ShouldBe([
            "2 out-of-range age 121", "3 out-of-range age -1", "6 age-out-of-range birth_year 1900", "7 activated-after-snapshot activated_on 2026-11-01"]);
    }

    [Fact]
    public void DryRun_ProfilesEveryColumn()
        => _world.Try(CanonicalTable.Complaint, "when,n,mixed,none,label\n2026-01-01,1,1,,b\n2026-01-02,2.5,x,,a\n2026-01-02,-3,2,,a\n", """
            { "table": "complaint", "columns": { "received_at": "when", "cause": "label", "category": "label" } }
            """)
            .Columns.Select(
                c => (c.Name, c.Position, c.Kind, c.Rows, c.Missing, c.Distinct, c.IsDistinctEstimated, c.Minimum, c.Maximum, string.Join(' ', c.MappedTo)))
                .ShouldBe([
                ("when", 1, ColumnKind.Date, 3, 0, 2, false, "2026-01-01", "2026-01-02", "received_at"),
                ("n", 2, ColumnKind.Number, 3, 0, 3, false, "-3", "2.5", ""),
                ("mixed", 3, ColumnKind.Mixed, 3, 0, 3, false, "x", "x", ""),
                ("none", 4, ColumnKind.Empty, 3, 3, 0, false, "", "", ""),
                ("label", 5, ColumnKind.Text, 3, 0, 2, false, "a", "b", "cause category")]);

    [Fact]
    public void DryRun_UnderTheMappingOfAnotherTable_IsRefused()
        => Should.Throw<AnalyticsException>(() => _world.Try(CanonicalTable.Subscriber, Header, Complaints)).Code.ShouldBe("AN2104");

    [Fact]
    public void DryRun_UnderAMappingWithMissingColumns_NamesTheNearestOfEach()
    {
        var fault = Should.Throw<AnalyticsException>(
            () =>
                _world.Try(
                    CanonicalTable.Complaint,
                    Header,
                    Complaints.Replace("\"received\"", "\"recieved\"").Replace("\"cause\": \"cause\"", "\"cause\": \"casue\", \"chanel\": \"x\"")));
        fault.Code.ShouldBe("AN2103");
        fault.Message.ShouldContain("Did you mean 'received'?");
        fault.Message.ShouldContain("Did you mean 'cause'?");
        fault.Message.ShouldContain("Did you mean 'channel'?");
    }

    [Fact]
    public void DryRun_OfAHeaderOnly_ReadsNothing()
    {
        var result = _world.Try(CanonicalTable.Complaint, Header, Complaints);
        (result.SourceRows, result.Read, result.Findings.Count).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void RepeatCounter_IsExactUntilItIsFull_AndCloseBeyond()
    {
        var (exact, sampled) = (new RepeatCounter(), new RepeatCounter(1 << 12));
        for (ulong i = 0; i < 200_000; i++)
        {
            var hash = CellHash.Of(BitConverter.GetBytes(i % 150_000));
            exact.Add(hash);
            sampled.Add(hash);
        }

        (exact.Repeats, exact.OneIn).ShouldBe((50_000, 1));
        sampled.OneIn.ShouldBeGreaterThan(1);
        ((double)sampled.Repeats).ShouldBe(50_000, 5_000);
    }
}
