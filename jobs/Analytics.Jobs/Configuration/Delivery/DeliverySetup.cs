using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
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

    /// <summary>What to deliver for a period to everybody configured. Reports of other scopes and languages are asked for where they are missing.</summary>
    /// <param name="period">Which period.</param>
    /// <param name="published">A version that was just published, delivered as it is to those who want its scope and language; or null.</param>
    /// <param name="runKey">The run, as failure mails name it.</param>
    /// <param name="cancellation">Ends the making of a report that is missing.</param>
    public DeliveryRequest Request(ReportPeriod period, Publication? published, string runKey, CancellationToken cancellation)
    {
        var just = published is null ? null : PublishedReport.Load(published.Folder);
        return Request(period, runKey, (scope, language) => just is not null && Fits(just, scope, language)
            ? just
            : CurrentReport.FindOrMake(ReportRequest(period, scope, language), warehouse, time, cancellation));
    }

    /// <summary>Delivers a period to everybody configured who has not got it.</summary>
    /// <param name="period">Which period.</param>
    /// <param name="progress">Told each delivery when it begins; or null.</param>
    /// <param name="cancellation">Ends the run.</param>
    public DeliveryResult Execute(ReportPeriod period, IProgress<string>? progress, CancellationToken cancellation) => DeliverRun.Execute(
        Request(period, null, $"deliver/{period}", cancellation), options.Delivery.Settings, warehouse.Deliveries, time, progress, cancellation);

    /// <summary>Shows what would go to whom, and writes it into a folder. Nothing is sent, and nothing is published.</summary>
    /// <param name="period">Which period.</param>
    /// <param name="folder">Where to write.</param>
    public DeliveryResult Preview(ReportPeriod period, string folder) => DeliverRun.Preview(
        Request(
            period,
            "",
            (scope, language) => PublishedReport.Newest(options.OutputFolder, period.ToString(), scope, language) ?? throw NotYet(period, scope, language)),
        options.Delivery.Settings, warehouse.Deliveries, time, folder);

    /// <summary>Tells the operators of a failure.</summary>
    public DeliveryResult Tell(FailureNotice notice, CancellationToken cancellation)
        => DeliverRun.ExecuteFailure(notice, Operators(options), options.Study.TimeZone, options.Delivery.Settings, warehouse.Deliveries, time, cancellation);

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
        var password = smtp.User.Length == 0
            ? null
            : DeliverySecrets.Required(
                $"password for '{smtp.User}' on the mail server",
                smtp.PasswordFile,
                DeliverySecrets.SmtpPassword,
                "Delivery:Smtp:PasswordFile");
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
        return options.Delivery.Recipients.SelectMany(r => r.Addresses.Select(to => Of(r.Name, new MailChannel(smtp, to, transport), r.Rule)));
    }

    private IEnumerable<Recipient> Folders() => options.Delivery.Folders.Select(f => Of(f.Name, new FolderChannel(f.Path), f.Rule));

    private IEnumerable<Recipient> Robots() => options.Delivery.Webhooks.Select(w =>
    {
        var token = DeliverySecrets.Required($"token for the webhook '{w.Name}'", w.TokenFile, w.Variable("TOKEN"), $"Delivery:Webhooks:{w.Name}:TokenFile");
        var robot = new RobotSettings(w.Name, w.Kind, w.Url, token, DeliverySecrets.Find(w.SigningFile, w.Variable("SIGNING")));
        return Of(w.Name, new RobotChannel(robot, Http, time), w.Rule);
    });

    /// <summary>Whom to tell of what went wrong.</summary>
    /// <exception cref="AnalyticsException">AN6103, AN6104: there is no password for the mail server that may be used.</exception>
    public static List<Operator> Operators(AnalyticsOptions options)
    {
        if (options.Delivery.Operators.Count == 0)
        {
            return [];
        }

        var smtp = Smtp(options.Delivery.Smtp);
        var transport = new SmtpTransport(smtp);
        return [.. options.Delivery.Operators.Select(to => new Operator(new MailChannel(smtp, to, transport), options.Language))];
    }

    private static Recipient Of(string name, IDeliveryChannel channel, DeliveryRule rule) => new(name, channel, rule.Scope, rule.Language, rule.Send);

    private static bool Fits(PublishedReport published, IReadOnlyList<Filter> scope, string language)
        => published.Run.Language == language && ScopeFolder.Name(published.Run.Scope) == ScopeFolder.Name(scope);

    private ReportRunRequest ReportRequest(ReportPeriod period, IReadOnlyList<Filter> scope, string language)
    {
        var target = new PublishTarget(options.OutputFolder) { Wait = options.LockWait };
        return new ReportRunRequest(period, scope, options.Study, language, target, ProgramVersion.Text) { CrossTabs = options.CrossTabs };
    }

    private static AnalyticsException NotYet(ReportPeriod period, IReadOnlyList<Filter> scope, string language) => new(
        "AN6106", $"The report of {period} for {Filter.TextOf(scope)} in {language} is not published yet.", "'analytics deliver' without --dry-run "
            + "publishes it first; or run 'analytics report'.");
}
