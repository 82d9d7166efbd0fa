using Analytics.Core.CrossTabs;
using Analytics.Pipeline.Deliver;
using Analytics.Pipeline.Deliver.Mail;
using Analytics.Publishing.Published;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Tests;

namespace Analytics.Pipeline.Tests.Deliver;

/// <summary>An empty ledger of deliveries beside the shared publications.</summary>
public sealed class DeliveryWorld : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SmallPublications _publications;

    public DeliveryWorld(SmallPublications publications)
    {
        _publications = publications;
        Database = WarehouseDatabase.Open(new WarehouseOptions(_folder.Sub("warehouse.db")), TimeProvider.System);
    }

    public WarehouseDatabase Database { get; }

    public PublishedReport Whole => _publications.Whole;

    /// <summary>Short pauses, so that a fault is over soon.</summary>
    public static DeliverySettings Quick { get; } = new() { Attempts = 3, AttemptLimit = TimeSpan.FromSeconds(20), FirstPause = TimeSpan.FromMilliseconds(20) };

    public string Sub(string name) => _folder.Sub(name);

    public DeliveryResult Deliver(
        IReadOnlyList<Recipient> recipients,
        DeliverySettings? settings = null,
        IReadOnlyList<Operator>? operators = null,
        Func<IReadOnlyList<Filter>, string, PublishedReport>? reports = null,
        string runKey = "run-1",
        CancellationToken cancellation = default)
        => DeliverRun.Execute(
            Request(recipients, operators, reports, runKey),
            settings ?? Quick,
            Database.Deliveries,
            TimeProvider.System,
            cancellation: cancellation);

    public DeliveryRequest Request(
        IReadOnlyList<Recipient> recipients,
        IReadOnlyList<Operator>? operators = null,
        Func<IReadOnlyList<Filter>, string, PublishedReport>? reports = null,
        string runKey = "run-1")
        => new(SmallReport.Period, recipients, operators ?? [], reports ?? _publications.Find, "Asia/Shanghai", runKey);

    public static Recipient Mail(
        SmtpSettings smtp,
        string to = "boss@operator.example",
        string language = "zh-CN",
        SendRule send = SendRule.Always,
        params IReadOnlyList<Filter> scope)
        => new(to, new MailChannel(smtp, to, new SmtpTransport(smtp)), scope, language, send);

    public void Dispose()
    {
        Database.Dispose();
        _folder.Dispose();
    }
}
