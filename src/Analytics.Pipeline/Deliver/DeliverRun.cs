using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Publishing.Published;
using Analytics.Reporting.Mail;
using Analytics.Reporting.Words;
using Analytics.Storage.Warehouse.Ledgers;

namespace Analytics.Pipeline.Deliver;

/// <summary>
/// The last step: published reports to their recipients, each once. A report that did not come about reaches nobody; the operators get
/// its cause instead. What fails for one recipient keeps nothing from the others.
/// </summary>
public sealed class DeliverRun
{
    private const string Satisfaction = "satisfaction";
    private const string Failure = "failure";
    private const string Quarantine = "quarantine";
    private readonly DeliverySettings _settings;
    private readonly DeliveryLedger _ledger;
    private readonly TimeProvider _time;
    private readonly DeliverySender _sender;
    private readonly CancellationToken _cancellation;

    private DeliverRun(DeliverySettings settings, DeliveryLedger ledger, TimeProvider time, CancellationToken cancellation)
    {
        _settings = settings;
        _ledger = ledger;
        _time = time;
        _cancellation = cancellation;
        _sender = new DeliverySender(settings, ledger, time, cancellation);
    }

    /// <summary>Delivers.</summary>
    /// <param name="request">What to deliver to whom.</param>
    /// <param name="settings">How.</param>
    /// <param name="ledger">What was delivered before.</param>
    /// <param name="time">The clock.</param>
    /// <param name="progress">Told each delivery when it begins; or null.</param>
    /// <param name="cancellation">Ends the run; what was not sent is sent by the next.</param>
    public static DeliveryResult Execute(
        DeliveryRequest request,
        DeliverySettings settings,
        DeliveryLedger ledger,
        TimeProvider time,
        IProgress<string>? progress = null,
        CancellationToken cancellation = default)
    {
        var run = new DeliverRun(settings, ledger, time, cancellation);
        List<DeliveryOutcome> outcomes = [.. Reports(request).SelectMany(wanted => run.Deliver(request, wanted, (recipient, published) =>
        {
            progress?.Report($"{recipient.Channel.Kind} {recipient.Channel.Address}");
            return run.Send(recipient, published);
        }))];
        var faults = outcomes.Where(o => o.Fault is not null).DistinctBy(o => (o.Scope, o.Status, o.Fault!.Message)).ToList();
        return new DeliveryResult([.. outcomes, .. faults.SelectMany(o => run.Tell(Notice(request, o, time), request.Operators, request.TimeZone))]);
    }

    /// <summary>Tells the operators of a failure. The same failure of the same run is told once.</summary>
    /// <param name="notice">What failed.</param>
    /// <param name="operators">Whom to tell.</param>
    /// <param name="timeZone">IANA zone the moment is shown in.</param>
    /// <param name="settings">How.</param>
    /// <param name="ledger">What was delivered before.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends the run.</param>
    public static DeliveryResult ExecuteFailure(
        FailureNotice notice,
        IReadOnlyList<Operator> operators,
        string timeZone,
        DeliverySettings settings,
        DeliveryLedger ledger,
        TimeProvider time,
        CancellationToken cancellation = default)
        => new([.. new DeliverRun(settings, ledger, time, cancellation).Tell(notice, operators, timeZone)]);

    /// <summary>Reminds the operators of rows that wait in quarantine. The same rows are told once a day.</summary>
    /// <param name="waiting">What waits; nobody is reminded of nothing.</param>
    /// <param name="day">Today.</param>
    /// <param name="operators">Whom to tell.</param>
    /// <param name="settings">How.</param>
    /// <param name="ledger">What was delivered before.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends the run.</param>
    public static DeliveryResult ExecuteReminder(
        IReadOnlyList<QuarantineSummary> waiting,
        DateOnly day,
        IReadOnlyList<Operator> operators,
        DeliverySettings settings,
        DeliveryLedger ledger,
        TimeProvider time,
        CancellationToken cancellation = default)
    {
        if (waiting.Count == 0)
        {
            return new([]);
        }

        var what = string.Join('\n', waiting.Select(w => FormattableString.Invariant($"{w.Table}\t{w.Rule}\t{w.Field}\t{w.Rows}")));
        var run = new DeliverRun(settings, ledger, time, cancellation);
        return new(
            [
                .. run.Tell(
                    operators,
                    (Quarantine, Filter.TextOf([]), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                    what,
                    language => QuarantineMail.Render(waiting, language)),
            ]);
    }

    /// <summary>Shows what would be sent to whom, and writes each mail and message into a folder to look at. Nothing is sent or noted.</summary>
    /// <param name="request">What to deliver to whom.</param>
    /// <param name="settings">How.</param>
    /// <param name="ledger">What was delivered before.</param>
    /// <param name="time">The clock.</param>
    /// <param name="folder">Where to write.</param>
    public static DeliveryResult Preview(DeliveryRequest request, DeliverySettings settings, DeliveryLedger ledger, TimeProvider time, string folder)
    {
        var run = new DeliverRun(settings, ledger, time, CancellationToken.None);
        return new DeliveryResult(
            [.. Reports(request).SelectMany(wanted => run.Deliver(request, wanted, (recipient, published) => run.Show(recipient, published, folder)))]);
    }

    /// <summary>The reports that are wanted, each with those who want it.</summary>
    private static IEnumerable<IGrouping<(string Scope, string Language), Recipient>> Reports(DeliveryRequest request)
        => request.Recipients.GroupBy(r => (Filter.TextOf(r.Scope), r.Language));

    private List<DeliveryOutcome> Deliver(
        DeliveryRequest request, IGrouping<(string Scope, string Language), Recipient> wanted, Func<Recipient, PublishedReport, DeliveryOutcome> deliver)
    {
        DeliveryOutcome Without(Recipient recipient, DeliveryStatus status, AnalyticsException? fault = null)
            => new(recipient.Channel.Kind, recipient.Channel.Address, Satisfaction, wanted.Key.Scope, wanted.Key.Language, 0, status, Fault: fault);
        var (off, waiting) = (wanted.Where(r => r.Send == SendRule.Never), wanted.Where(r => r.Send != SendRule.Never).ToList());
        List<DeliveryOutcome> outcomes = [.. off.Select(r => Without(r, DeliveryStatus.Off))];
        if (waiting.Count == 0)
        {
            return outcomes;
        }

        PublishedReport published;
        try
        {
            published = request.Reports(waiting[0].Scope, wanted.Key.Language);
        }
        catch (AnalyticsException fault)
        {
            return [.. outcomes, .. waiting.Select(r => Without(r, DeliveryStatus.NotPublished, fault))];
        }

        outcomes.AddRange(waiting.Select(r => r.Send == SendRule.Signal && !published.HasSignal
            ? Without(r, DeliveryStatus.NoSignal) with { Version = published.Version }
            : deliver(r, published)));
        return outcomes;
    }

    private DeliveryOutcome Send(Recipient recipient, PublishedReport published)
    {
        var key = Key(recipient, published);
        var outcome = Outcome(recipient, published);
        var content = ContentFor(recipient, published, key);
        return _sender.Deliver(key, limit => recipient.Channel.Send(content, limit), outcome);
    }

    private DeliveryOutcome Show(Recipient recipient, PublishedReport published, string folder)
    {
        var key = Key(recipient, published);
        var outcome = Outcome(recipient, published);
        return _ledger.Find(key) is { State: DeliveryState.Sent }
            ? outcome with { Status = DeliveryStatus.SentBefore }
            : outcome with { Status = DeliveryStatus.WouldSend, Files = recipient.Channel.Preview(ContentFor(recipient, published, key), folder) };
    }

    private List<DeliveryOutcome> Tell(FailureNotice notice, IReadOnlyList<Operator> operators, string timeZone)
        => Tell(
            operators,
            (Failure, notice.Scope, notice.Period),
            $"{notice.RunKey}\n{notice.Code}\n{notice.Problem}",
            language => FailureMail.Render(notice, language, timeZone));

    /// <summary>Tells the operators something, each in their language; what is the same is told once.</summary>
    private List<DeliveryOutcome> Tell(
        IReadOnlyList<Operator> operators,
        (string Kind, string Scope, string Period) about,
        string what,
        Func<string, MailContent> render) => [.. operators.Select(someone =>
    {
        var content = render(someone.Language);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)));
        var key = new DeliveryKey(someone.Channel.Kind, someone.Channel.Address, about.Kind, about.Scope, about.Period, 0, hash);
        var outcome = new DeliveryOutcome(key.Channel, key.Recipient, about.Kind, about.Scope, someone.Language, 0, DeliveryStatus.Sent);
        return _sender.Deliver(key, limit => someone.Channel.Send(key.Hash, content, limit), outcome);
    })];

    private static DeliveryKey Key(Recipient recipient, PublishedReport published)
        => new(
            recipient.Channel.Kind,
            recipient.Channel.Address,
            Satisfaction,
            published.Scope,
            published.Run.Period,
            published.Version,
            published.ContentHash);

    private static DeliveryOutcome Outcome(Recipient recipient, PublishedReport published)
        => new(
            recipient.Channel.Kind,
            recipient.Channel.Address,
            Satisfaction,
            published.Scope,
            published.Run.Language,
            published.Version,
            DeliveryStatus.Sent);

    private DeliveryContent ContentFor(Recipient recipient, PublishedReport published, DeliveryKey key)
        => new(published, new ReportWords(recipient.Language, published.Report), Link(published), _settings.AttachmentLimit, key.Hash);

    /// <summary>The published path <c>period/scope/v1/name</c> under the configured address, else the path of the file.</summary>
    private string Link(PublishedReport published)
    {
        if (_settings.LinkBase is not { } root)
        {
            return published.Workbook;
        }

        var parts = published.Workbook.Split(Path.DirectorySeparatorChar)[^4..].Select(Uri.EscapeDataString);
        return root.AbsoluteUri.TrimEnd('/') + '/' + string.Join('/', parts);
    }

    private static FailureNotice Notice(DeliveryRequest request, DeliveryOutcome outcome, TimeProvider time) => new(
        outcome.Status == DeliveryStatus.NotPublished ? FailedStep.Publish : FailedStep.Deliver,
        request.Period,
        outcome.Scope,
        outcome.Fault!.Code,
        outcome.Fault.Problem,
        outcome.Fault.Remedy,
        time.GetUtcNow().UtcDateTime,
        request.RunKey);
}
