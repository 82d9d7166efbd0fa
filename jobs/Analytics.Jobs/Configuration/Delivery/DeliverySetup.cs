using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Core.Reports;
using Analytics.Jobs.Cli;
using Analytics.Pipeline.Deliver;
using Analytics.Pipeline.Deliver.Folders;
using Analytics.Pipeline.Deliver.Mail;
using Analytics.Pipeline.Deliver.Robots;
using Analytics.Pipeline.Runs;
using Analytics.Publishing.Publish;
using Analytics.Publishing.Published;
using Analytics.Reporting.Mail;
using Analytics.Storage.Warehouse;

namespace Analytics.Jobs.Configuration.Delivery;

/// <summary>Puts deliveries together from the configuration: recipients with their channels, and the reports they want.</summary>
/// <param name="options">The configuration.</param>
/// <param name="warehouse">The data, and the ledger of deliveries.</param>
/// <param name="time">The clock.</param>
internal sealed class DeliverySetup(AnalyticsOptions options, WarehouseDatabase warehouse, TimeProvider time)
{
    private static readonly HttpClient Http = new() { Timeout = Timeout.InfiniteTimeSpan }; // the attempt's own limit ends it

    /// <summary>Delivers a period to everybody configured who has not got it. Reports of other scopes and languages are published where they are missing.</summary>
    /// <param name="period">Which period.</param>
    /// <param name="published">A version that was just published, delivered as it is to those who want its scope and language; or null.</param>
    /// <param name="runKey">The run, as failure mails name it.</param>
    /// <param name="progress">Told each delivery when it begins; or null.</param>
    /// <param name="cancellation">Ends the run.</param>
    public DeliveryResult Execute(ReportPeriod period, Publication? published, string runKey, IProgress<string>? progress, CancellationToken cancellation)
    {
        var just = published is null ? null : PublishedReport.Load(published.Folder);
        return DeliverRun.Execute(
            Request(period, runKey, (scope, language) => just is not null && Fits(just, scope, language) ? just : FindOrMake(period, scope, language)),
            options.Delivery.Settings, warehouse.Deliveries, time, progress, cancellation);
    }

    /// <summary>Shows what would go to whom, and writes it into a folder. Nothing is sent, and nothing is published.</summary>
    /// <param name="period">Which period.</param>
    /// <param name="folder">Where to write.</param>
    public DeliveryResult Preview(ReportPeriod period, string folder) => DeliverRun.Preview(
        Request(period, "", (scope, language) => PublishedReport.Newest(options.OutputFolder, period.ToString(), scope, language) ?? throw NotYet(period, scope, language)),
        options.Delivery.Settings, warehouse.Deliveries, time, folder);

    /// <summary>Tells the operators of a failure.</summary>
    public DeliveryResult Tell(FailureNotice notice, CancellationToken cancellation)
        => DeliverRun.ExecuteFailure(notice, Operators(options), options.Study.TimeZone, options.Delivery.Settings, warehouse.Deliveries, time, cancellation);

    /// <summary>Reminds the operators of rows that wait in quarantine; the same rows once a day of <c>Report:TimeZone</c>.</summary>
    public DeliveryResult Remind(IReadOnlyList<QuarantineSummary> waiting, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(options.Study.TimeZone)).DateTime);
        return DeliverRun.ExecuteReminder(waiting, today, Operators(options), options.Delivery.Settings, warehouse.Deliveries, time, cancellation);
    }

    /// <summary>Tells the operators of a failure without looking at or writing the ledger, which may be what failed.</summary>
    public static void TellDirectly(AnalyticsOptions options, FailureNotice notice, CancellationToken cancellation)
    {
        foreach (var someone in Operators(options))
        {
            someone.Channel.Send(Guid.NewGuid().ToString("N"), FailureMail.Render(notice, someone.Language, options.Study.TimeZone), cancellation);
        }
    }

    /// <summary>The mail server with its password.</summary>
    /// <exception cref="AnalyticsException">AN6103, AN6104: a user is configured and there is no password that may be used.</exception>
    public static SmtpSettings Smtp(SmtpOptions smtp)
    {
        var password = smtp.User.Length == 0 ? null : DeliverySecrets.Required($"password for '{smtp.User}' on the mail server", smtp.PasswordFile, DeliverySecrets.SmtpPassword, "Delivery:Smtp:PasswordFile");
        return new SmtpSettings(smtp.Host, smtp.Port, smtp.Security, smtp.User, password, smtp.From, smtp.FromName);
    }

    private DeliveryRequest Request(ReportPeriod period, string runKey, Func<IReadOnlyList<Filter>, string, PublishedReport> reports)
        => new(period.ToString(), [.. Mails(), .. Folders(), .. Robots()], Operators(options), reports, options.Study.TimeZone, runKey);

    private IEnumerable<Recipient> Mails()
    {
        if (options.Delivery.Recipients.Count == 0)
        {
            return [];
        }

        var smtp = Smtp(options.Delivery.Smtp);
        var transport = new SmtpTransport(smtp);
        return options.Delivery.Recipients.SelectMany(r => r.Addresses.Select(to => Of(r.Name, new MailChannel(smtp, to, transport), r.Wish)));
    }

    private IEnumerable<Recipient> Folders() => options.Delivery.Folders.Select(f => Of(f.Name, new FolderChannel(f.Path), f.Wish));

    private IEnumerable<Recipient> Robots() => options.Delivery.Webhooks.Select(w =>
    {
        var token = DeliverySecrets.Required($"token for the webhook '{w.Name}'", w.TokenFile, w.Variable("TOKEN"), $"Delivery:Webhooks:{w.Name}:TokenFile");
        var robot = new RobotSettings(w.Name, w.Kind, w.Url, token, DeliverySecrets.Find(w.SigningFile, w.Variable("SIGNING")));
        return Of(w.Name, new RobotChannel(robot, Http, time), w.Wish);
    });

    private static List<Operator> Operators(AnalyticsOptions options)
    {
        if (options.Delivery.Operators.Count == 0)
        {
            return [];
        }

        var smtp = Smtp(options.Delivery.Smtp);
        var transport = new SmtpTransport(smtp);
        return [.. options.Delivery.Operators.Select(to => new Operator(new MailChannel(smtp, to, transport), options.Language))];
    }

    private static Recipient Of(string name, IDeliveryChannel channel, DeliveryWish wish) => new(name, channel, wish.Scope, wish.Language, wish.Send);

    private static bool Fits(PublishedReport published, IReadOnlyList<Filter> scope, string language)
        => published.Run.Language == language && ScopeFolder.Name(published.Run.Scope) == ScopeFolder.Name(scope);

    /// <summary>The newest version where it was made from what the warehouse holds now, with these settings; else the report is made, and stands as a new version only where a figure differs.</summary>
    private PublishedReport FindOrMake(ReportPeriod period, IReadOnlyList<Filter> scope, string language)
    {
        var newest = PublishedReport.Newest(options.OutputFolder, period.ToString(), scope, language);
        var now = warehouse.Facts(period.Start, period.End, options.Study.TimeZone).DataVersion;
        if (newest is not null && newest.Run.DataVersion == now && newest.Run.ConfigurationHash == ReportRun.ConfigurationHash(options.Study, language))
        {
            return newest;
        }

        var target = new PublishTarget(options.OutputFolder) { Wait = options.LockWait, OnlyWhenRevised = true };
        var request = new ReportRunRequest(period, scope, options.Study, language, target, ProgramVersion.Text) { CrossTabs = options.CrossTabs };
        return PublishedReport.Load(ReportRun.Execute(request, warehouse, time).Publication.Folder);
    }

    private static AnalyticsException NotYet(ReportPeriod period, IReadOnlyList<Filter> scope, string language) => new(
        "AN6106", $"The report of {period} for {Filter.TextOf(scope)} in {language} is not published yet.", "'analytics deliver' without --dry-run publishes it first; or run 'analytics report'.");
}
