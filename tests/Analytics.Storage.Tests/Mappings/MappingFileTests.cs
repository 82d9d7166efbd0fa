using System.Text.Json;
using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Storage.Mappings;

namespace Analytics.Storage.Tests.Mappings;

public sealed class MappingFileTests
{
    private static readonly string[] Header = ["Ticket #", "Date", "Reason", "Other", "Other", "Call  Failure"];

    [Fact]
    public void Mapping_WithEverythingWrong_NamesAllFaultsTogether()
        => Should.Throw<AnalyticsException>(() => MappingFile.Parse("""
            {
              "table": "complaint", "colums": {},
              "file": { "format": "cvs", "delimiter": ";;", "timeZone": "Asia/Shanghia", "headerRow": 0 },
              "columns": {
                "recieved_at": "Date",
                "cause": { "source": "Reason", "constant": "x", "scale": 2 },
                "count": { "source": 3 },
                "region": 7
              },
              "unpivot": [{ "columns": [], "value": "cause" }],
              "scales": { "*": { "minimum": 10, "maximum": 1 } }
            }
            """, "bad.json")).Message.ShouldBe("""
            AN2103: The mapping 'bad.json' has 16 faults:
              columns.recieved_at: the table 'complaint' has no column 'recieved_at'. Did you mean 'received_at'? It has complaint_id, subscriber_id, received_at, channel, category, cause, sub_cause, journey_stage, region, operator, text, purpose, requested_resolution, is_reasonable, is_escalated, first_reply_at, closed_at, resolution, is_accepted, satisfaction, refund_due, refund_paid, status, count
              columns.cause: give exactly one of source, constant and rowNumber; 2 are given
              columns.cause: scale, minimum and maximum are for numbers; 'cause' is text
              columns.count.source: expected a text, found 3
              columns.count: give exactly one of source, constant and rowNumber; 0 are given
              columns.region: expected an object, found 7
              unpivot[0]: columns: name at least one source column
              unpivot[0]: label: missing; the canonical column that takes the source column's name
              scales.*: give minimum and maximum, the first below the second
              file: delimiter: ';;' is not one character
              file: headerRow: 0 is not a row number from 1
              file: timeZone: 'Asia/Shanghia' is not an IANA zone such as Asia/Shanghai
              file.format: 'cvs' is none of csv, xlsx. Did you mean 'csv'?
              colums: no such property here. Did you mean 'columns'?
              unpivot[0]: the column 'cause' is filled twice
              columns: 'received_at' is required in 'complaint' and nothing fills it
             Mend them all and run again; `analytics mapping schema` prints the JSON Schema.
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Mapping_WithoutARequiredColumn_SaysWhich()
        => Faults("""{ "table": "subscriber", "columns": { "subscriber_id": "id" } }""").ShouldContain("columns: 'as_of' is required in 'subscriber' and nothing fills it");

    [Fact]
    public void Mapping_ThatIsNotJson_NamesThePlace()
        => Should.Throw<AnalyticsException>(() => MappingFile.Parse("{ \"table\": complaint }")).Code.ShouldBe("AN2102");

    [Fact]
    public void Mapping_InNoFile_IsRefused()
        => Should.Throw<AnalyticsException>(() => MappingFile.Load("/nowhere/map.json")).Code.ShouldBe("AN2101");

    [Fact]
    public void Mapping_WithCommentsAndTrailingCommas_IsRead()
        => MappingFile.Parse("""{ "table": "complaints", /* plural */ "columns": { "received_at": "d", }, } // end""").Table.ShouldBe(CanonicalTable.Complaint);

    [Fact]
    public void Mapping_OfAMissingColumn_SuggestsTheNearest()
        => Bound("""{ "table": "complaint", "columns": { "received_at": "Dat", "cause": "Raeson" } }""").ShouldBe([
            "columns.received_at.source: 's.csv' has no column 'Dat'. Did you mean 'Date'? It has 'Ticket #', 'Date', 'Reason', 'Other', 'Other', 'Call  Failure'",
            "columns.cause.source: 's.csv' has no column 'Raeson'. Did you mean 'Reason'? It has 'Ticket #', 'Date', 'Reason', 'Other', 'Other', 'Call  Failure'"]);

    [Fact]
    public void Mapping_OfARepeatedName_AsksForOneOfThem()
        => Bound("""{ "table": "complaint", "columns": { "received_at": "Date", "cause": "Other" } }""").ShouldBe([
            "columns.cause.source: the name 'Other' is repeated in 's.csv'; write one of 'Other#1' (column 4), 'Other#2' (column 5)"]);

    [Theory]
    [InlineData("Other#2")]
    [InlineData("#5")]
    [InlineData("Ticket #")]
    [InlineData("Call Failure")]
    public void Mapping_ByOccurrencePositionOrOddName_Finds(string reference)
        => Bound($$"""{ "table": "complaint", "columns": { "received_at": "Date", "cause": "{{reference}}" } }""").ShouldBeEmpty();

    [Theory]
    [InlineData("#7")]
    [InlineData("#0")]
    [InlineData("Other#3")]
    public void Mapping_BeyondTheColumns_IsAFault(string reference)
        => Bound($$"""{ "table": "complaint", "columns": { "received_at": "Date", "cause": "{{reference}}" } }""").Count.ShouldBe(1);

    [Fact]
    public void Schema_KnowsEveryCanonicalColumnAndTable()
    {
        using var schema = JsonDocument.Parse(MappingSchema.Json);
        var properties = schema.RootElement.GetProperty("properties");
        properties.GetProperty("columns").GetProperty("propertyNames").GetProperty("enum").EnumerateArray().Select(e => e.GetString())
            .ShouldBe(CanonicalTable.All.SelectMany(t => t.Fields).Select(f => f.Name).Distinct(), ignoreOrder: true);
        properties.GetProperty("table").GetProperty("enum").EnumerateArray().Select(e => e.GetString()!).ShouldBeSubsetOf(CanonicalTable.All.SelectMany(t => new[] { t.Name, t.Name + "s" }));
    }

    // A property the reader knows and the schema does not, or the other way about, would show here.
    [Fact]
    public void Schema_AndReader_KnowTheSameProperties()
    {
        using var schema = JsonDocument.Parse(MappingSchema.Json);
        var root = schema.RootElement;
        var definitions = root.GetProperty("$defs");
        Unknown("{ \"table\": \"complaint\", \"zzzzzz\": 1 }", root);
        foreach (var name in Names(root.GetProperty("properties").GetProperty("file")))
        {
            Faults($$"""{ "table": "complaint", "file": { "{{name}}": null }, "columns": { "received_at": "d" } }""").ShouldBeEmpty();
        }

        foreach (var name in Names(definitions.GetProperty("column")).Except(["source", "constant", "rowNumber"]))
        {
            Faults($$"""{ "table": "complaint", "columns": { "received_at": { "source": "d", "{{name}}": null } } }""").ShouldBeEmpty();
        }

        foreach (var name in Names(definitions.GetProperty("unpivot")).Except(["columns", "label"]))
        {
            Faults($$"""{ "table": "complaint", "columns": { "received_at": "d" }, "unpivot": [{ "columns": ["a"], "label": "cause", "{{name}}": null }] }""").ShouldBeEmpty();
        }
    }

    private static void Unknown(string json, JsonElement root)
    {
        Faults(json).ShouldContain("zzzzzz: no such property here.");
        Names(root).ShouldContain("labels");
    }

    private static IEnumerable<string> Names(JsonElement definition) => definition.GetProperty("properties").EnumerateObject().Select(p => p.Name);

    private static string Faults(string json)
    {
        try
        {
            MappingFile.Parse(json);
            return "";
        }
        catch (AnalyticsException e)
        {
            return e.Problem;
        }
    }

    private static List<string> Bound(string json)
    {
        try
        {
            _ = new RowMapper(MappingFile.Parse(json), Header, "s.csv", new(new byte[16]), "UTC");
            return [];
        }
        catch (AnalyticsException e)
        {
            return [.. e.Problem.Split("\n  ").Skip(1).Select(f => f.TrimEnd('\n'))];
        }
    }
}
