using Analytics.Core.Canonical;
using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Core.Reports;
using Analytics.Core.Settings;
using Analytics.Pipeline.CrossTabs;
using Analytics.Pipeline.Import;
using Analytics.Pipeline.Runs;
using Analytics.Samples;
using Analytics.Storage.Privacy;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Reading;
using Analytics.Study;
using Analytics.Tests;

namespace Analytics.Pipeline.Tests.CrossTabs;

/// <summary>Counted by the warehouse or counted in memory: the same tables, the same report.</summary>
public sealed class PushedDownCrossTabsTests : IDisposable
{
    private const int Questions = 120;
    private static readonly SampleSettings Sample = new() { Subscribers = 4_000, Weeks = 16, ComplaintsPerWeek = 250, SurveyPerWeek = 40 };
    private readonly TemporaryFolder _folder = new();
    private string? _server;

    public void Dispose()
    {
        if (_server is not null)
        {
            PostgresServer.Shared.DropDatabase(_server);
        }

        _folder.Dispose();
    }

    [Theory]
    [InlineData(WarehouseProvider.Sqlite)]
    [InlineData(WarehouseProvider.PostgreSql)]
    public void BothWays_GiveTheSameTablesAndReport(WarehouseProvider provider)
    {
        using var warehouse = Open(provider);
        var files = SampleGenerator.Write(Sample, _folder.Sub("sample"), cancellation: TestContext.Current.CancellationToken);
        var pseudonyms = SubscriberPseudonymizer.Load(null, _folder.Sub("pseudonym.key"));
        foreach (
            var (table, file, mapping) in new[]
            {
                (CanonicalTable.Subscriber, files.Subscribers, files.SubscribersMapping),
                (CanonicalTable.Complaint, files.Complaints, files.ComplaintsMapping),
                (CanonicalTable.Survey, files.Survey, files.SurveyMapping),
            })
        {
            ImportRun.Execute(new ImportRequest(table, file, mapping), warehouse, pseudonyms, cancellation: TestContext.Current.CancellationToken);
        }

        var days = warehouse.Facts(new DateOnly(1990, 1, 1), new DateOnly(2200, 1, 1), "Asia/Shanghai").ComplaintDays;
        foreach (var (zone, seed) in new[] { ("Asia/Shanghai", 1), ("Europe/Berlin", 2), ("America/St_Johns", 3) })
        {
            TablesAreEqual(warehouse, new StudySettings { TimeZone = zone }, new Random(seed), days);
        }

        ReportsAreEqual(warehouse, ReportPeriod.Containing(days[^1], PeriodKind.Week).Add(-1));
        ReportsAreEqual(warehouse, ReportPeriod.Containing(days[^1], PeriodKind.Month).Add(-1), new Filter("region", [Label(warehouse, "region"), ""]));
    }

    private static void TablesAreEqual(WarehouseDatabase warehouse, StudySettings settings, Random random, IReadOnlyList<DateOnly> days)
    {
        var cutOff = warehouse.Facts(days[0], days[^1], settings.TimeZone).CutOffUtc!.Value.AddDays(-3);
        var questions = Enumerable.Range(0, Questions).Select(_ => Question(warehouse, random, days)).ToList();

        var memory = new InMemoryCrossTabs(warehouse, settings, cutOff).Answer(questions);
        var pushed = new PushedDownCrossTabs(warehouse, settings, cutOff).Answer(questions);

        memory.Sum(t => t.Total).ShouldBeGreaterThan(Questions * 100);
        for (var i = 0; i < questions.Count; i++)
        {
            var what = $"{questions[i].Table} {questions[i].From}–{questions[i].To} by {string.Join(", ", questions[i].By.Select(a => a.Column))} "
                + $"where {string.Join("; ", questions[i].Where)} sum {questions[i].Sum} in {settings.TimeZone}";
            pushed[i].Labels.Select(l => string.Join('|', l)).ShouldBe(memory[i].Labels.Select(l => string.Join('|', l)), what);
            pushed[i].Counts.ShouldBe(memory[i].Counts, what);
            pushed[i].Sums?.Zip(memory[i].Sums!).ShouldAllBe(s => Math.Abs(s.First - s.Second) <= 1e-9 * Math.Max(1, Math.Abs(s.Second)), what);
            (pushed[i].Sums is null).ShouldBe(memory[i].Sums is null, what);
        }
    }

    private static void ReportsAreEqual(WarehouseDatabase warehouse, ReportPeriod period, params Filter[] scope)
    {
        var settings = new StudySettings { OverallItem = SampleGenerator.OverallItem, BootstrapResamples = 100, DetailRows = 50 };
        var facts = StudyFactsReader.Read(warehouse, period, scope, settings);
        Report Made(ICrossTabSource source) => StudyRun.Execute(new StudyRequest(period, scope, settings, facts), source);

        var memory = Made(CrossTabSources.Open(CrossTabChoice.Memory, warehouse, settings, facts.CutOffUtc));
        var pushed = Made(CrossTabSources.Open(CrossTabChoice.PushDown, warehouse, settings, facts.CutOffUtc));

        memory.Kpis.Count(k => k.Current.State == FigureState.Known).ShouldBeGreaterThan(4);
        ReportComparison.Differences(memory, pushed).ShouldBeEmpty();
    }

    /// <summary>A question of up to three axes with bands, distinct numbers, labels or days, with filters and a sum, over some days.</summary>
    private static CrossTabQuery Question(WarehouseDatabase warehouse, Random random, IReadOnlyList<DateOnly> days)
    {
        var table = random.Next(4) switch { 0 => FactTable.Subscribers, 1 => FactTable.SurveyAnswers, _ => FactTable.Complaints };
        var (labels, numbers) = (WarehouseColumns.Dimensions(table), WarehouseColumns.Measures(table));
        var axes = Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(3) switch
        {
            0 => Banded(numbers[random.Next(numbers.Count)], random),
            1 when random.Next(3) == 0 =>
                new CrossTabAxis(new[] { "age", "star_level", "score", "suspensions" }.Where(c => numbers.Contains(c) || labels.Contains(c)).First()),
            _ => new CrossTabAxis(labels[random.Next(labels.Count)]),
        }).DistinctBy(a => a.Column).ToList();
        var where = Enumerable.Range(0, random.Next(3)).Select(_ => labels[random.Next(labels.Count)]).Where(c => c != "day").Distinct()
            .Select(column =>
                new Filter(
                    column,
                    random.Next(4) switch
                    {
                        0 => ["", Label(warehouse, column)],
                        1 => [Label(warehouse, column), "no such label"],
                        _ => [Label(warehouse, column), Label(warehouse, column, 1), Label(warehouse, column, 2)],
                    }))
                .ToList();
        if (random.Next(8) == 0)
        {
            where.Add(new Filter("age", ["35", "36", ""]));
        }

        var first = days[random.Next(days.Count)];
        return new CrossTabQuery(
            table,
            first,
            first.AddDays(1 + random.Next(40)),
            where,
            axes,
            random.Next(3) == 0 ? numbers[random.Next(numbers.Count)] : null);
    }

    private static CrossTabAxis Banded(string column, Random random)
    {
        var edges = Enumerable.Range(0, 1 + random.Next(4))
            .Select(_ => random.Next(3) switch { 0 => random.Next(1, 60), 1 => Math.Round(random.NextDouble(), 2), _ => random.Next(1, 40) * 100.0 })
            .Distinct()
            .Order()
            .ToArray();
        return new CrossTabAxis(column, new BandSet(column, edges, random.Next(2) == 0));
    }

    private static string Label(WarehouseDatabase warehouse, string column, int which = 0)
    {
        if (column.StartsWith("is_", StringComparison.Ordinal) || column == "has_subscriber")
        {
            return which == 0 ? "true" : "false";
        }

        var table = new[] { FactTable.Complaints, FactTable.Subscribers, FactTable.SurveyAnswers }.First(t => WarehouseColumns.Dimensions(t).Contains(column));
        var block = warehouse.Read(
            new WindowRequest(table, new DateOnly(1990, 1, 1), new DateOnly(2200, 1, 1), [column], "UTC", TimeSpan.FromDays(30), DateTime.UnixEpoch))
            .FirstOrDefault();
        var labels = block?.Dimensions[column].Labels ?? [""];
        return labels[Math.Min(which + 1, labels.Count - 1)];
    }

    private WarehouseDatabase Open(WarehouseProvider provider)
    {
        if (provider == WarehouseProvider.Sqlite)
        {
            return WarehouseDatabase.Open(new WarehouseOptions(_folder.Sub("warehouse.db")), TimeProvider.System);
        }

        _server = PostgresServer.Shared.CreateDatabase();
        return WarehouseDatabase.Open(new WarehouseOptions("") { Provider = provider, ConnectionString = _server }, TimeProvider.System);
    }
}
