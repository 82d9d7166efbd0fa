using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Core.Periods;
using Analytics.Core.Reports;
using Analytics.Core.Settings;
using Analytics.Pipeline.Runs;
using Analytics.Publishing.Publish;
using Analytics.Publishing.Published;
using Analytics.Reporting.Words;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Importing;
using Analytics.Storage.Warehouse.Ledgers;
using Analytics.Tests;

namespace Analytics.Pipeline.Tests.Runs;

/// <summary>Weeks that were published, and then the base their rates are of: corrected under its old day, or a new one of a later day.</summary>
public sealed class ReopenedPeriodTests : IDisposable
{
    private static readonly DateOnly FirstBase = new(2026, 11, 1);
    private static readonly DateOnly SecondBase = new(2026, 11, 10);
    private readonly TemporaryFolder _folder = new();
    private readonly WarehouseDatabase _warehouse;

    public ReopenedPeriodTests()
    {
        _warehouse = WarehouseDatabase.Open(new WarehouseOptions(_folder.Sub("warehouse.db")), TimeProvider.System);
        Import(CanonicalTable.Complaint, "complaints", Enumerable.Range(0, 1_200).Select(i => new (string, FieldValue)[]
        {
            ("complaint_id", FieldValue.FromText("c" + i)),
            ("received_at", FieldValue.FromInstant(new DateTime(2026, 11, 2, 4, 0, 0, DateTimeKind.Utc).AddMinutes(i * 16))),
            ("cause", FieldValue.FromText("cause " + (i % 5))),
            ("region", FieldValue.FromText(Region(i))),
        }));
        Base("base", FirstBase, 2_000, Region);
    }

    public void Dispose()
    {
        _warehouse.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void BaseOfALaterDay_ReopensNoPeriodBeforeIt_AndOneCorrectedInPlace_ReopensThoseItAnswersFor()
    {
        Run("2026-11-09T12:00:00+08:00").ShouldBe(["2026-W45 v1 new"]);
        Base("second base", SecondBase, 2_000, Region);
        Run("2026-11-16T12:00:00+08:00").ShouldBe(["2026-W45 v1", "2026-W46 v1 new"]);

        Base("corrected", SecondBase, 400, _ => "Yichang");
        Run("2026-11-16T13:00:00+08:00").ShouldBe(["2026-W45 v1", "2026-W46 v2 new"]);
        Run("2026-11-16T14:00:00+08:00").ShouldBe(["2026-W45 v1", "2026-W46 v2"]);

        var report = PublishedVersion.Report(_folder.Sub("out/2026-W46/all/v2")).ShouldNotBeNull();
        var revisions = report.Revisions.ShouldNotBeNull();
        revisions.Rows.ShouldBe([new RevisedRows("subscriber", 2_000, 2_000)]);
        revisions.Figures.Select(f => (f.Subject, f.Label, f.Unit))
            .ShouldBe([("segment:region", "Wuhan", MeasureUnit.Per10k), ("segment:region", "Yichang", MeasureUnit.Per10k)], ignoreOrder: true);
        var yichang = revisions.Figures.Single(f => f.Label == "Yichang");
        yichang.Before.Value!.Value.ShouldBe(1e4 * 308 / 1_000, 1e-6);
        yichang.After.Value!.Value.ShouldBe(1e4 * 308 / 1_100, 1e-6); // the base of the week is the average of its beginning and its end
        RevisionWriter.Sentence(report, new ReportWords("en", report)).ShouldBe("Revises version 1: 2 figures changed; rows of subscribers were corrected.");
        Directory.GetDirectories(_folder.Sub("out/2026-W45/all"), "v*").Length.ShouldBe(1);
        Base("corrected first", FirstBase, 200, _ => "Yichang");
        Run("2026-11-16T15:00:00+08:00").ShouldBe(["2026-W45 v2 new", "2026-W46 v3 new"]);
    }

    [Fact]
    public void SeveralPeriodsThatFail_AreAllReported_AndOneAsItIs()
    {
        Run("2026-11-09T12:00:00+08:00").ShouldBe(["2026-W45 v1 new"]);
        Base("second base", SecondBase, 2_000, Region);
        Base("corrected first", FirstBase, 200, _ => "Yichang");

        static void Refuse(Publication publication) => throw new AnalyticsException("AN6112", $"{publication.Period} was not taken.", "Try again.");
        var both = Should.Throw<AnalyticsException>(() => Run("2026-11-16T12:00:00+08:00", Refuse));
        both.Message.ShouldBe(
            "AN6011: 2 parts of the run failed. 2026-W45: AN6112: 2026-W45 was not taken. 2026-W46: AN6112: 2026-W46 was not taken. Try again.");
        Should.Throw<AnalyticsException>(() => Run("2026-11-16T13:00:00+08:00", Refuse)).Message.ShouldBe("AN6112: 2026-W46 was not taken. Try again.");
    }

    [Theory]
    [InlineData("facts")]
    [InlineData("study.cross-tabs")]
    [InlineData("charts")]
    [InlineData("workbook")]
    public void ReportCancelledInAStep_EndsThere_AndPublishesNothing(string step)
    {
        using var cancelled = new CancellationTokenSource();
        var settings = new StudySettings { BootstrapResamples = 100, DetailRows = 10 };
        var request = new ReportRunRequest(ReportPeriod.Parse("2026-W45"), [], settings, "en", new PublishTarget(_folder.Sub("out")), "0.0.0-test");
        Should.Throw<OperationCanceledException>(
            () => ReportRun.Execute(request, _warehouse, TimeProvider.System, new CancelAt(step, cancelled), cancelled.Token));
        PublishedVersion.Folders(_folder.Sub("out/2026-W45/all")).ShouldBeEmpty();
    }

    private static string Region(int i) => i % 2 == 0 ? "Wuhan" : "Yichang";

    /// <summary>Runs the weekly report at a moment, and says which version stands for each period it looked at.</summary>
    private List<string> Run(string at, Action<Publication>? deliver = null)
    {
        var time = new Moment(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));
        var settings = new StudySettings { BootstrapResamples = 100, DetailRows = 10 };
        var request = new ScheduledReportRequest("weekly", PeriodKind.Week, [], settings, "en", new PublishTarget(_folder.Sub("out")), "0.0.0-test");
        var begun = new JobExecution
        {
            Id = Guid.NewGuid().ToString("N"),
            Job = "weekly",
            Kind = "report",
            Cause = "schedule",
            Worker = "here/1",
            StartedAt = time.GetUtcNow().UtcDateTime,
        };
        using var monitor = new ExecutionMonitor(_warehouse.Runs, begun, time, TimeSpan.FromMinutes(1));
        return
        [
            .. ScheduledReport.Execute(request, _warehouse, monitor, time, deliver ?? (_ => { }), TestContext.Current.CancellationToken)
                .Select(o => $"{o.Key.Period} v{o.Publication!.Version}{(o.IsNew ? " new" : "")}"),
        ];
    }

    private void Base(string content, DateOnly day, int rows, Func<int, string> region) =>
        Import(CanonicalTable.Subscriber, content, Enumerable.Range(0, rows).Select(i => new (string, FieldValue)[]
    {
        ("subscriber_id", FieldValue.FromText($"{unchecked((ulong)i * 0x9E3779B97F4A7C15UL):x16}{(ulong)i:x16}")),
        ("as_of", FieldValue.FromDay(day)),
        ("region", FieldValue.FromText(region(i))),
    }));

    private void Import(CanonicalTable table, string content, IEnumerable<(string Field, FieldValue Value)[]> rows)
    {
        using var session = _warehouse.BeginImport(new ImportIdentity(table, content + ".csv", content, "m"));
        var batch = new RowBatch(table, 4_000);
        foreach (var row in rows)
        {
            var values = new FieldValue[table.Fields.Count];
            if (table.Find("count") is { } count)
            {
                values[count.Index] = FieldValue.FromInteger(1);
            }

            foreach (var (field, value) in row)
            {
                values[table[field].Index] = value;
            }

            values.CopyTo(batch.Add(batch.Count + 2));
        }

        batch.SourceRowsRead = batch.Count;
        session.Write(batch);
        session.Complete([]);
    }

    private sealed class CancelAt(string step, CancellationTokenSource source) : IProgress<string>
    {
        public void Report(string value)
        {
            if (value == step)
            {
                source.Cancel();
            }
        }
    }

    /// <summary>A clock that begins at a moment and then goes as clocks do.</summary>
    private sealed class Moment(DateTimeOffset begin) : TimeProvider
    {
        private readonly long _start = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => begin.ToUniversalTime() + System.GetElapsedTime(_start);
    }
}
