using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Core.CrossTabs;
using Analytics.Core.Settings;
using Analytics.Pipeline.CrossTabs;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Importing;

namespace Analytics.Pipeline.Tests.CrossTabs;

public sealed class InMemoryCrossTabsTests : IDisposable
{
    private static readonly DateOnly From = new(2026, 11, 2);
    private readonly string _folder = Directory.CreateTempSubdirectory("analytics-crosstabs-").FullName;
    private readonly WarehouseDatabase _warehouse;
    private readonly InMemoryCrossTabs _source;

    public InMemoryCrossTabsTests()
    {
        _warehouse = WarehouseDatabase.Open(new WarehouseOptions(Path.Combine(_folder, "warehouse.db")), TimeProvider.System);
        _source = new InMemoryCrossTabs(_warehouse, new StudySettings(), new DateTime(2026, 12, 1, 0, 0, 0, DateTimeKind.Utc));
        Import(
            CanonicalTable.Subscriber,
            [("subscriber_id", Pseudonym(1)), ("as_of", new DateOnly(2026, 10, 31)), ("brand", "A"), ("arpu", 20.0)],
            [("subscriber_id", Pseudonym(2)), ("as_of", new DateOnly(2026, 10, 31)), ("brand", "B"), ("arpu", 21.0)]);
        Import(
            CanonicalTable.Complaint,
            [("subscriber_id", Pseudonym(1)), ("received_at", Noon(3)), ("cause", "slow"), ("refund_paid", 2.5m), ("count", 2)],
            [("subscriber_id", Pseudonym(2)), ("received_at", Noon(4)), ("cause", "bill"), ("count", 1)],
            [("received_at", Noon(10)), ("cause", "bill"), ("count", 5)]);
    }

    [Fact]
    public void Answer_QuestionsOverSeveralTablesAndWindows_AnswersEachInItsPlace()
    {
        var bands = new CrossTabAxis("arpu", new BandSet("arpu", [20]));

        var tabs = _source.Answer(
        [
            Ask(FactTable.Complaints, 0, [], new CrossTabAxis("cause")),
            Ask(FactTable.Subscribers, 0, [], bands),
            Ask(FactTable.Complaints, 7, [], new CrossTabAxis("cause")),
            Ask(FactTable.Complaints, 0, [new Filter("brand", ["A"])], bands) with { Sum = "refund_paid" },
            Ask(FactTable.Complaints, 0, []),
            Ask(FactTable.Subscribers, 7, [new Filter("channel", ["app"])]),
        ]);

        tabs.Select(Text).ShouldBe(["bill,slow: 1,2", "≤20,>20: 1,1", "bill: 5", "≤20,>20: 2,0 sums 5,0", ": 3", ": 0"]);
    }

    [Fact]
    public void Answer_ColumnNoTableHas_IsRefused() =>
        Should.Throw<AnalyticsException>(
            () =>
                _source.Answer(
                    [
                        Ask(FactTable.Complaints, 0, [new Filter("rgion", ["x"])]),
                    ])).Message.ShouldStartWith("AN4002: Complaints have no column 'rgion'. Did you mean 'region'?");

    public void Dispose()
    {
        _warehouse.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static CrossTabQuery Ask(FactTable table, int later, Filter[] where, params CrossTabAxis[] by) =>
        new(table, From.AddDays(later), From.AddDays(later + 7), where, by);

    private static string Text(CrossTab tab) =>
        string.Join('/', tab.Labels.Select(l => string.Join(',', l)))
            + ": " + string.Join(',', tab.Counts) + (tab.Sums is null ? "" : " sums " + string.Join(',', tab.Sums));

    private static string Pseudonym(int number) => number.ToString("x32");

    private static DateTime Noon(int day) => new(2026, 11, day, 4, 0, 0, DateTimeKind.Utc);

    private void Import(CanonicalTable table, params (string Field, object Value)[][] rows)
    {
        using var session = _warehouse.BeginImport(new ImportIdentity(table, "x.csv", "x", "m"));
        var batch = new RowBatch(table, rows.Length);
        foreach (var row in rows)
        {
            var values = batch.Add(2);
            foreach (var (field, value) in row)
            {
                values[table[field].Index] = value switch
                {
                    string text => FieldValue.FromText(text),
                    DateOnly day => FieldValue.FromDay(day),
                    DateTime moment => FieldValue.FromInstant(moment),
                    decimal money => FieldValue.FromMoney(money),
                    int number => FieldValue.FromInteger(number),
                    _ => FieldValue.FromReal((double)value),
                };
            }
        }

        batch.SourceRowsRead = rows.Length;
        session.Write(batch);
        session.Complete([]);
    }
}
