using System.Globalization;
using Analytics.Core.Canonical;
using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Core.Reports;
using Analytics.Core.Settings;
using Analytics.Pipeline.CrossTabs;
using Analytics.Pipeline.Import;
using Analytics.Pipeline.Runs;
using Analytics.Pipeline.Tests.CrossTabs;
using Analytics.Publishing.Publish;
using Analytics.Storage.Privacy;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Tests;

namespace Analytics.Pipeline.Tests.EndToEnd;

/// <summary>The operator of Fixtures, imported once, with its reports and what R says of October 2026.</summary>
public sealed class SeededOperator : IDisposable
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "EndToEnd", "Fixtures");
    private readonly TemporaryFolder _temporary = new();
    private readonly WarehouseDatabase _warehouse;

    public SeededOperator()
    {
        _warehouse = WarehouseDatabase.Open(new WarehouseOptions(_temporary.Sub("warehouse.db")), TimeProvider.System);
        Imported = [Import(CanonicalTable.Subscriber, "subscribers"), Import(CanonicalTable.Complaint, "complaints")];
        October = Publish("2026-10").Report;
    }

    public IReadOnlyList<ImportResult> Imported { get; }

    public Report October { get; }

    /// <summary>R's figures of one kind: what, of what, value and interval.</summary>
    internal static IReadOnlyList<RFigure> Figures(string kind) =>
        [.. File.ReadLines(Path.Combine(Folder, "report.csv")).Skip(1).Select(line => line.Split(',')).Where(cells => cells[0] == kind)
            .Select(cells => new RFigure(cells[1].Replace(';', ','), cells[2], Number(cells[3])!.Value, Number(cells[4]), Number(cells[5])))];

    /// <summary>Publishes, and makes sure that a warehouse which counts by itself gives the same report.</summary>
    internal ReportResult Publish(string period, params IReadOnlyList<Filter> scope)
    {
        var settings = new StudySettings { MinimumCell = 5, HeatMaps = [], CauseBy = ["channel"] };
        var request = new ReportRunRequest(
            ReportPeriod.Parse(period),
            scope,
            settings,
            "en",
            new PublishTarget(_temporary.Sub("out")),
            "0.0.0-test") { CrossTabs = CrossTabChoice.Memory };
        var published = ReportRun.Execute(request, _warehouse, TimeProvider.System);
        var pushed = ReportRun.Execute(
            request with { Target = new PublishTarget(_temporary.Sub("pushed")), CrossTabs = CrossTabChoice.PushDown },
            _warehouse,
            TimeProvider.System);
        ReportComparison.Differences(published.Report, pushed.Report).ShouldBeEmpty();
        return published;
    }

    public void Dispose()
    {
        _warehouse.Dispose();
        _temporary.Dispose();
    }

    private ImportResult Import(CanonicalTable table, string name) => ImportRun.Execute(
        new ImportRequest(table, Path.Combine(Folder, $"{name}.csv"), Path.Combine(Folder, $"{name}.map.json")),
        _warehouse,
        SubscriberPseudonymizer.Load(null, _temporary.Sub("pseudonym.key")),
        cancellation: TestContext.Current.CancellationToken);

    private static double? Number(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);
}
