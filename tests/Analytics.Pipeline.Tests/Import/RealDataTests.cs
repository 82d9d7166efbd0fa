using Analytics.Core.Canonical;
using Analytics.Pipeline.Import;

namespace Analytics.Pipeline.Tests.Import;

/// <summary>
/// The public data sets under the mappings of tests/mappings; skipped where the data are absent. Counts were taken with Python's csv and zipfile.
/// </summary>
public sealed class RealDataTests
{
    private static readonly string? Data = Find("ANALYTICS_TEST_DATA", Path.Combine("shared", "data"));
    private static readonly string Mappings = Find("ANALYTICS_TEST_MAPPINGS", Path.Combine("tests", "mappings")) ?? "";

    [Fact]
    public void Beijing_Subscribers_AllPass()
    {
        var result = Try("subscriber", "beijing-mobile/internet.xlsx", "beijing-subscribers.json");
        Counts(result).ShouldBe((7020, 7020, 7020, 0));
        result.Precision.ShouldBe(DatePrecision.Day);
        Missing(result, "性别").ShouldBe(0);
        Missing(result, "码号资源-激活时间").ShouldBe(4150);
        Find(result, "missing-several-ways", "当月高频通信分公司").ShouldBe([603]);
        Find(result, "mixed-types", "畅享套餐名称").ShouldBe([2439]);
        Column(result, "gender").Distinct().ShouldBe(["男", "女", ""], ignoreOrder: true);
    }

    // 34,440 cells of the tick columns are not −1.
    [Fact]
    public void Beijing_TickedProblems_BecomeComplaints()
    {
        var result = Try("complaint", "beijing-mobile/internet.xlsx", "beijing-complaints.json");
        Counts(result).ShouldBe((7020, 34_440, 34_440, 0));
        result.Precision.ShouldBe(DatePrecision.Day);
    }

    [Fact]
    public void Beijing_Scores_BecomeAnswers()
        => Counts(Try("survey", "beijing-mobile/internet.xlsx", "beijing-survey.json")).ShouldBe((7020, 28_080, 28_080, 0));

    [Fact]
    public void Comcast_SwappedDates_AreReportedAndReadIntoAprilToJune()
    {
        var result = Try("complaint", "comcast/complaints.csv", "comcast.json", rows: 3000);
        Counts(result).ShouldBe((2224, 2224, 2224, 0));
        Find(result, "swapped-day-month", "Date").ShouldBe([609]);
        Find(result, "copied-column", "Date_month_year").ShouldBe([2224]);
        Find(result, "mixed-types", "Ticket #").ShouldBe([1]);
        Column(result, "received_at").Select(d => d[..7]).Distinct().Order().ShouldBe(["2015-04", "2015-05", "2015-06", "2015-07"]);
        Column(result, "received_at").Max().ShouldBeLessThan("2015-07-01T04:00:00Z");
    }

    [Fact]
    public void Iranian_Customers_AllPass_AndTheirRepeatsAreReported()
    {
        var result = Try("subscriber", "iranian-churn/customers.csv", "iranian-subscribers.json");
        Counts(result).ShouldBe((3150, 3150, 3150, 0));
        Find(result, "repeated-rows", "").ShouldBe([300]);
        Find(result, "copied-column", "Age").ShouldBe([3150]);
        Counts(Try("complaint", "iranian-churn/customers.csv", "iranian-complaints.json")).ShouldBe((3150, 241, 241, 0));
    }

    [Fact]
    public void Ecsi_BothSurveys_BecomeAnswers()
    {
        Counts(Try("survey", "ecsi/mobi.csv", "ecsi-mobi.json")).ShouldBe((250, 6000, 6000, 0));
        Counts(Try("survey", "ecsi/satisfaction.csv", "ecsi-satisfaction.json")).ShouldBe((250, 6750, 6750, 0));
    }

    [Fact]
    public void Anatel_EveryRowIsStored_AndTheCountsAddUp()
    {
        using var world = new ImportWorld();
        var request = Request("complaint", "anatel/complaints.csv.gz", "anatel.json");
        var result = ImportRun.Execute(request, world.Warehouse, ImportWorld.Pseudonyms);
        (result.Read, result.Stored, result.AlreadyThere, result.Quarantined, result.SourceRows).ShouldBe((1_222_823, 1_222_823, 0, 0, 1_222_823));
        result.Findings.Where(f => f.Rule is "constant-column").Select(f => f.Field).ShouldBe(["tipoatendimento", "servico"]);
        result.Findings.ShouldContain(f => f.Rule == "repeated-rows" && f.Count == 145);
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={world.Warehouse.File};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sum(count) FROM complaint";
        command.ExecuteScalar().ShouldBe(5_224_713L);
    }

    /// <summary>Folders of data and mappings; the test is skipped where the data are absent.</summary>
    internal static (string Data, string Mappings) Places()
    {
        if (Data is null)
        {
            Assert.Skip("The public data sets are not here: set ANALYTICS_TEST_DATA, or put them into ../shared/data.");
        }

        return (Data, Mappings);
    }

    private static ImportRequest Request(string table, string file, string mapping)
    {
        var (data, mappings) = Places();
        return new ImportRequest(CanonicalTable.All.Single(t => t.Name == table), Path.Combine(data, file), Path.Combine(mappings, mapping));
    }

    private static DryRunResult Try(string table, string file, string mapping, int rows = 100) =>
        DryRun.Execute(Request(table, file, mapping), ImportWorld.Pseudonyms, rows);

    private static (long Source, long Read, long Passed, long Quarantined) Counts(DryRunResult result) =>
        (result.SourceRows, result.Read, result.Passed, result.Quarantined);

    private static long Missing(DryRunResult result, string column) => result.Columns.Single(c => c.Name == column).Missing;

    private static IEnumerable<long> Find(DryRunResult result, string rule, string field) =>
        result.Findings.Where(f => f.Rule == rule && f.Field == field).Select(f => f.Count);

    private static IEnumerable<string> Column(DryRunResult result, string field) => result.FirstRows.Select(r => r[result.Table[field].Index]);

    private static string? Find(string variable, string folder)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } named)
        {
            return named;
        }

        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (Path.Combine(at.FullName, folder) is var path && Directory.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
