using Analytics.Tests;
using Analytics.Core;
using Analytics.Pipeline.Deliver;
using Analytics.Pipeline.Deliver.Mail;
using Analytics.Publishing.Published;
using Analytics.Storage.Warehouse.Ledgers;

namespace Analytics.Pipeline.Tests.Deliver;

/// <summary>Every delivery goes out once, on however many workers, and a report that is none goes to nobody.</summary>
[Collection(nameof(SmallPublications))]
public sealed class OnceOnlyTests(SmallPublications publications) : IDisposable
{
    private readonly DeliveryWorld _world = new(publications);

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Deliver_Twice_SendsOnce()
    {
        var channel = new RecordingChannel();

        var first = _world.Deliver([channel.Recipient()]);
        var second = _world.Deliver([channel.Recipient()]);

        (first.Outcomes.Single().Status, second.Outcomes.Single().Status).ShouldBe((DeliveryStatus.Sent, DeliveryStatus.SentBefore));
        channel.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public void Deliver_ANewVersion_SendsItToo()
    {
        var channel = new RecordingChannel();
        var output = _world.Sub("out");
        for (var further = 0; further < 2; further++)
        {
            var published = SmallPublications.Publish(output, "zh-CN", further * 400);
            _world.Deliver([channel.Recipient()], reports: (_, _) => published);
            _world.Deliver([channel.Recipient()], reports: (_, _) => published);
        }

        channel.Sent.Select(p => (p.Published.Version, p.Published.HasSignal)).ShouldBe([(1, false), (2, true)]);
        channel.Sent.Select(p => p.Id).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Deliver_OnTwoWorkersAtOnce_SendsOnce()
    {
        var channel = new RecordingChannel { Pause = TimeSpan.FromMilliseconds(300) };

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _world.Deliver([channel.Recipient()]))));

        results.Select(r => r.Outcomes.Single().Status)
            .Order()
            .ShouldBe([DeliveryStatus.Sent, DeliveryStatus.SentBefore, DeliveryStatus.SentBefore, DeliveryStatus.SentBefore]);
        channel.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public void Deliver_AfterAProcessDiedWhileSending_SendsAgainUnderTheSameId_OnceItsClaimHasRunOut()
    {
        var channel = new RecordingChannel();
        var dying = new RecordingChannel { Fault = _ => new InvalidOperationException("the process ends here") };
        var settings = DeliveryWorld.Quick with { AttemptLimit = TimeSpan.FromSeconds(1) };

        Should.Throw<InvalidOperationException>(() => _world.Deliver([dying.Recipient()], settings));
        var left = _world.Database.Deliveries.Of(SmallReport.Period).Single();
        var next = _world.Deliver([channel.Recipient()], settings);

        left.State.ShouldBe(DeliveryState.Sending);
        next.Outcomes.Single().Status.ShouldBe(DeliveryStatus.Sent);
        (dying.Sent.Single().Id, DateTime.UtcNow > left.ClaimUntil).ShouldBe((channel.Sent.Single().Id, true));
    }

    [Fact]
    public void Deliver_Cancelled_LaysTheDeliveryDown_AndTheNextRunSendsIt()
    {
        using var stop = new CancellationTokenSource();
        var stopping = new RecordingChannel { Fault = _ => { stop.Cancel(); return new OperationCanceledException(stop.Token); } };
        var channel = new RecordingChannel();

        Should.Throw<OperationCanceledException>(() => _world.Deliver([stopping.Recipient()], cancellation: stop.Token));
        var next = _world.Deliver([channel.Recipient()]);

        next.Outcomes.Single().Status.ShouldBe(DeliveryStatus.Sent);
    }

    [Fact]
    public void Deliver_WhereTheReportDidNotComeAbout_SendsNothing_AndTellsTheOperatorsOnce()
    {
        var channel = new RecordingChannel();
        var mails = new RecordingTransport();
        var failing = new AnalyticsException("AN5201", "The report was not published, because 1 of its checks failed: ties.", "Mend the data.");
        Operator[] operators =
        [
            new Operator(new MailChannel(new SmtpSettings("h", 25, SmtpSecurity.None, "", null, "a@b.example", ""), "ops@b.example", mails), "en"),
        ];

        var first = _world.Deliver([channel.Recipient("one"), channel.Recipient("two")], operators: operators, reports: (_, _) => throw failing);
        var again = _world.Deliver([channel.Recipient("one")], operators: operators, reports: (_, _) => throw failing);
        var nextRun = _world.Deliver([channel.Recipient("one")], operators: operators, reports: (_, _) => throw failing, runKey: "run-2");

        first.Outcomes.Select(o => (o.Address, o.Status))
            .ShouldBe([("one", DeliveryStatus.NotPublished), ("two", DeliveryStatus.NotPublished), ("ops@b.example", DeliveryStatus.Sent)]);
        again.Outcomes.Select(o => o.Status).ShouldBe([DeliveryStatus.NotPublished, DeliveryStatus.SentBefore]);
        nextRun.Outcomes.Select(o => o.Status).ShouldBe([DeliveryStatus.NotPublished, DeliveryStatus.Sent]);
        (first.IsComplete, channel.Sent.Count).ShouldBe((false, 0));
        mails.Sent.Select(m => m.Content.Subject).ShouldBe(["Report not published: 2026-W46, all (AN5201)", "Report not published: 2026-W46, all (AN5201)"]);
        mails.Sent[0].Content.Text.ShouldContain(failing.Problem);
    }

    [Theory]
    [InlineData("report.json", "is not the file that was published")]
    [InlineData("charts/pareto.svg", "is not the file that was published")]
    [InlineData("run.json", "it has no readable run.json")]
    [InlineData("checks", "did not pass the checks ties")]
    public void Published_ThatWasTamperedWith_IsNotDelivered(string what, string because)
    {
        var copy = _world.Sub("v1");
        TemporaryFolder.Copy(_world.Whole.Folder, copy);
        var run = Path.Combine(copy, "run.json");
        switch (what)
        {
            case "checks": File.WriteAllText(run, File.ReadAllText(run).Replace("\"ties\",", "", StringComparison.Ordinal)); break;
            case "run.json": File.WriteAllText(run, "{"); break;
            default:
                var file = what == "report.json" ? Path.Combine(copy, what) : Directory.GetFiles(Path.Combine(copy, "charts"))[0];
                File.AppendAllText(file, " ");
                break;
        }

        var fault = Should.Throw<AnalyticsException>(() => PublishedReport.Load(copy));

        fault.Code.ShouldBe("AN6102");
        fault.Problem.ShouldContain(because);
    }

    [Fact]
    public void Preview_WritesWhatWouldBeSent_AndSendsNothing()
    {
        var mails = new RecordingTransport();
        var smtp = new SmtpSettings("h", 25, SmtpSecurity.None, "", null, "reports@b.example", "满意度");
        Recipient[] recipients = [new Recipient("boss", new MailChannel(smtp, "boss@b.example", mails), [], "zh-CN", SendRule.Always)];
        var folder = _world.Sub("preview");

        var outcome = DeliverRun.Preview(
            _world.Request(recipients),
            DeliveryWorld.Quick,
            _world.Database.Deliveries,
            TimeProvider.System,
            folder).Outcomes.ShouldHaveSingleItem();

        outcome.Status.ShouldBe(DeliveryStatus.WouldSend);
        outcome.Files!.ShouldBe(Directory.GetFiles(folder), ignoreOrder: true);
        outcome.Files!.Select(Path.GetExtension).ShouldBe([".eml", ".html"]);
        File.ReadAllText(outcome.Files![0]).ShouldContain("Message-ID: <");
        mails.Sent.ShouldBeEmpty();
        _world.Database.Deliveries.Of(SmallReport.Period).ShouldBeEmpty();
    }
}
