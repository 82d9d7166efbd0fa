using Analytics.Core.Canonical;
using Analytics.Storage.Mappings;

namespace Analytics.Storage.Tests.Mappings;

public sealed class RowMapperTests
{
    [Fact]
    public void Numbers_AreReadWithMarksSignsPercentAndScale()
    {
        MappedRows.Column("satisfaction", "\"x\"", "1", "-2.5", " 3 ", "1,234.5", "1e3", "45%", "").ShouldBe(["1", "-2.5", "3", "1234.5", "1000", "0.45", ""]);
        MappedRows.Column("satisfaction", "{ \"source\": \"x\", \"scale\": 1024 }", "0.5").ShouldBe(["512"]);
        MappedRows.Column("satisfaction", "{ \"source\": \"x\", \"decimalComma\": true }", "1.234,5", "0,25", "12").ShouldBe(["1234.5", "0.25", "12"]);
        MappedRows.Column("refund_due", "\"x\"", "12.3456", "0.1", "1,000").ShouldBe(["12.3456", "0.1", "1000"]);
    }

    [Fact]
    public void Numbers_ThatAreNone_AreFaults()
    {
        MappedRows.Column("satisfaction", "\"x\"", "abc", "1,2,3", "NaN", "Infinity", "1 2", "--1").ShouldBe([
            "! not-a-number satisfaction abc", "! not-a-number satisfaction 1,2,3", "! not-a-number satisfaction NaN", "! not-a-number satisfaction Infinity", "! not-a-number satisfaction 1 2", "! not-a-number satisfaction --1"]);
        MappedRows.Column("count", "\"x\"", "1.5", "0", "-1", "99999999999999999999", "2.0").ShouldBe(["! not-a-whole-number count 1.5", "! out-of-range count 0", "! out-of-range count -1", "! out-of-range count 99999999999999999999", "2"]);
        MappedRows.Column("satisfaction", "{ \"source\": \"x\", \"minimum\": 1, \"maximum\": 10 }", "0", "1", "10", "11").ShouldBe(["! out-of-range satisfaction 0", "1", "10", "! out-of-range satisfaction 11"]);
    }

    [Fact]
    public void Booleans_AreReadInBothLanguages()
        => MappedRows.Column("is_escalated", "\"x\"", "true", "是", "1", "Y", "否", "no", "0", "maybe", "").ShouldBe(["true", "true", "true", "true", "false", "false", "false", "! not-a-boolean is_escalated maybe", ""]);

    [Fact]
    public void Values_AreMapped_AndTheUnlistedKeptDroppedOrRefused()
    {
        const string values = "\"values\": { \"男\": \"male\", \"女\": \"female\", \"不详\": \"\" }";
        MappedRows.Column("status", $"{{ \"source\": \"x\", {values} }}", "男", " 女 ", "不详", "other").ShouldBe(["male", "female", "", "other"]);
        MappedRows.Column("status", $"{{ \"source\": \"x\", {values}, \"otherwise\": \"missing\" }}", "男", "other").ShouldBe(["male", ""]);
        MappedRows.Column("status", $"{{ \"source\": \"x\", {values}, \"otherwise\": \"quarantine\" }}", "男", "other").ShouldBe(["male", "! value-not-mapped status other"]);
    }

    [Fact]
    public void Allowed_RefusesWhatIsNotListed()
        => MappedRows.Column("status", "{ \"source\": \"x\", \"allowed\": [\"open\", \"closed\"] }", "open", "Open", "").ShouldBe(["open", "! not-allowed status Open", ""]);

    [Fact]
    public void Missing_IsBlankOrNamed_NeverGuessed()
        => MappedRows.Column("status", "{ \"source\": \"x\", \"missing\": [\"-1\", \"NA\"] }", "", "  ", "\u3000\u00A0", "-1", "NA", "na", "-").ShouldBe(["", "", "", "", "", "na", "-"]);

    [Fact]
    public void Required_OfTheTableOrTheMapping_RefusesABlank()
    {
        MappedRows.Of("d,x\n,1\n", """{ "table": "complaint", "columns": { "received_at": "d" } }""").ShouldBe(["! required received_at"]);
        MappedRows.Column("cause", "{ \"source\": \"x\", \"required\": true }", "").ShouldBe(["! required cause"]);
    }

    [Theory]
    [InlineData("2026-11-22", "2026-11-22T12:00:00Z")]
    [InlineData("2026/1/2", "2026-01-02T12:00:00Z")]
    [InlineData("20261122", "2026-11-22T12:00:00Z")]
    [InlineData("2026年11月22日", "2026-11-22T12:00:00Z")]
    [InlineData("2026-11", "2026-11-01T12:00:00Z")]
    [InlineData("2026-11-22 08:30:15", "2026-11-22T00:30:15Z")]
    [InlineData("2026-11-22T08:30:15+08:00", "2026-11-22T00:30:15Z")]
    [InlineData("2026-11-22T00:30:15.25Z", "2026-11-22T00:30:15.25Z")]
    [InlineData("2026/11/22 8:30", "2026-11-22T00:30:00Z")]
    [InlineData("22/11/2026", "! not-a-date first_reply_at 22/11/2026")]
    [InlineData("2026-02-30", "! not-a-date first_reply_at 2026-02-30")]
    public void Dates_WithoutNamedFormats_AreReadInTheUsualOnes(string cell, string moment) => MappedRows.Column("first_reply_at", "\"x\"", cell).ShouldBe([moment]);

    [Fact]
    public void Dates_InNamedFormats_AreTriedInOrder()
    {
        MappedRows.Column("first_reply_at", "{ \"source\": \"x\", \"formats\": [\"MM-dd-yy\", \"dd-MM-yy\"] }", "04-08-15", "22-04-15", "2015-04-22").ShouldBe([
            "2015-04-08T12:00:00Z", "2015-04-22T12:00:00Z", "! not-a-date first_reply_at 2015-04-22"]);
        MappedRows.Column("first_reply_at", "{ \"source\": \"x\", \"formats\": [\"excel\"] }", "46348", "46348.5", "abc").ShouldBe(["2026-11-21T16:00:00Z", "2026-11-22T04:00:00Z", "! not-a-date first_reply_at abc"]);
    }

    [Fact]
    public void Dates_AndTimesInTwoColumns_AreJoined()
        => MappedRows.Of("d,t\n22-Apr-15,3:53:50 PM\n22-Apr-15,\n22-Apr-15,25:00\n", """
            { "table": "complaint", "file": { "timeZone": "America/New_York" }, "columns": { "received_at": { "source": "d", "formats": ["dd-MMM-yy"], "time": "t" } } }
            """).ShouldBe(["received_at=2015-04-22T19:53:50Z", "received_at=2015-04-22T12:00:00Z", "! not-a-date received_at 22-Apr-15"]);

    // Clocks of New York: forward at 2026-03-08 02:00, back at 2026-11-01 02:00.
    [Fact]
    public void Times_AroundAChangeOfClocks_AreExact()
        => MappedRows.Of("d\n2026-03-08 01:59:59\n2026-03-08 02:30:00\n2026-03-08 03:00:00\n2026-11-01 00:30:00\n2026-11-01 01:30:00\n2026-11-01 02:00:00\n", """
            { "table": "complaint", "file": { "timeZone": "America/New_York" }, "columns": { "received_at": "d" } }
            """).ShouldBe([
                "received_at=2026-03-08T06:59:59Z", "! no-such-local-time received_at 2026-03-08 02:30:00", "received_at=2026-03-08T07:00:00Z",
                "received_at=2026-11-01T04:30:00Z", "received_at=2026-11-01T06:30:00Z", "received_at=2026-11-01T07:00:00Z"]);

    [Fact]
    public void SubscriberIds_BecomePseudonyms_AndPseudonymsStay()
        => MappedRows.Of("d,s\n2026-01-01,13812341234\n2026-01-01,pseudonym:00112233445566778899aabbccddeeff\n", """{ "table": "complaint", "columns": { "received_at": "d", "subscriber_id": "s" } }""").ShouldBe([
            $"subscriber_id={MappedRows.Pseudonyms.Pseudonym("13812341234")} received_at=2026-01-01T12:00:00Z", "subscriber_id=00112233445566778899aabbccddeeff received_at=2026-01-01T12:00:00Z"]);

    [Fact]
    public void Texts_LoseTheMiddleOfMobileNumbersOnly()
        => MappedRows.Column("text", "\"x\"", "call-13812341234!", "=HYPERLINK(A1)").ShouldBe(["call-138****1234!", "=HYPERLINK(A1)"]);

    [Fact]
    public void Unpivot_OfTicks_MakesOneRowATick()
        => MappedRows.Of("u,slow,drops,other,note\n1,1,-1,-1,\n2,-1,2,98,in the lift\n3,-1,-1,-1,\n", """
            { "table": "complaint", "columns": { "complaint_id": "u", "received_at": { "constant": "2022-06-20" } },
              "unpivot": [{ "columns": ["slow", "#3..#4"], "label": "cause", "unticked": ["-1"], "names": { "other": "something else" }, "set": { "category": "network" }, "notes": { "other": "note" } }] }
            """).ShouldBe([
            "complaint_id=1 received_at=2022-06-20T12:00:00Z category=network cause=slow",
            "complaint_id=2 received_at=2022-06-20T12:00:00Z category=network cause=drops",
            "complaint_id=2 received_at=2022-06-20T12:00:00Z category=network cause=something else text=in the lift"]);

    [Fact]
    public void Unpivot_OfAWideSurvey_MakesOneRowAnAnswer_AndFaultsNameTheCell()
        => MappedRows.Of("Q1,Q2\n7,8\n,x\n", """
            { "table": "survey", "columns": { "response_id": { "rowNumber": "r" }, "answered_at": { "constant": "2026-01" } },
              "unpivot": [{ "columns": ["Q1", "Q2"], "label": "item", "value": { "into": "score" } }] }
            """).ShouldBe([
            "response_id=r1 answered_at=2026-01-01T12:00:00Z item=Q1 score=7", "response_id=r1 answered_at=2026-01-01T12:00:00Z item=Q2 score=8", "! not-a-number Q2 x"]);

    [Fact]
    public void Precision_IsTheCoarsestOfTheFormats()
    {
        Precision("{ \"source\": \"d\", \"formats\": [\"yyyy-MM\"] }").ShouldBe(DatePrecision.Month);
        Precision("{ \"source\": \"d\", \"formats\": [\"yyyy-MM-dd\", \"yyyy-MM-dd HH:mm\"] }").ShouldBe(DatePrecision.Day);
        Precision("{ \"constant\": \"2026-11-22\" }").ShouldBe(DatePrecision.Day);
        Precision("\"d\"").ShouldBeNull();
    }

    [Fact]
    public void Precision_OfUnnamedFormats_IsSeenInTheRows()
    {
        MappedRows.Of("d\n2026-11-22 10:00:00\n2026-11-22\n", """{ "table": "complaint", "columns": { "received_at": "d" } }""", out var mapper);
        mapper.SeenPrecision.ShouldBe(DatePrecision.Day);
    }

    [Fact]
    public void Bytes_ThatAreNoText_RefuseTheirRow()
    {
        using var files = new Sources.TestFile();
        var path = files.Write("s.csv", [.. "d,x\n"u8, .. Enumerable.Repeat("2026-01-01,a long enough text\n"u8.ToArray(), 40_000).SelectMany(b => b), .. "2026-01-01,"u8, 0xD6, 0xD0, (byte)'\n']);
        var rows = MappedRows.OfFile(path, MappingFile.Parse("""{ "table": "complaint", "columns": { "received_at": "d", "cause": "x" } }"""), out _);
        rows.Count.ShouldBe(40_001);
        rows[^1].ShouldBe("! not-in-encoding cause ⟨D6⟩⟨D0⟩");
    }

    // The cells of a column are read once each while they are few and one by one when they are many: both must agree.
    [Fact]
    public void Columns_WithManyDistinctValues_AreReadAsThoseWithFew()
    {
        var cells = Enumerable.Range(0, 30_000).Select(i => $"{(i * 7919) % 20_011}").ToArray();
        var read = MappedRows.Of("d,x\n" + string.Concat(cells.Select(c => $"2026-11-22,{c}\n")), """{ "table": "complaint", "columns": { "received_at": "d", "satisfaction": "x", "cause": "x" } }""", out var mapper);
        read.ShouldBe(cells.Select(c => $"received_at=2026-11-22T12:00:00Z cause={c} satisfaction={c}"));
        var profile = mapper.Profile.Columns[1];
        profile.Rows.ShouldBe(30_000);
        profile.IsDistinctEstimated.ShouldBeTrue();
        ((double)profile.Distinct).ShouldBe(20_011, 20_011 * 0.05);
        (profile.Minimum, profile.Maximum, profile.Kind).ShouldBe(("0", "20010", ColumnKind.WholeNumber));
    }

    private static DatePrecision? Precision(string column)
    {
        MappedRows.Of("d\n", $$"""{ "table": "complaint", "columns": { "received_at": {{column}} } }""", out var mapper);
        return mapper.Precision;
    }
}
