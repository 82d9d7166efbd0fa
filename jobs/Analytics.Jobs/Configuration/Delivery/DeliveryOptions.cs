using Analytics.Pipeline.Deliver;

namespace Analytics.Jobs.Configuration.Delivery;

/// <summary>Who gets which report by which way, without the secrets.</summary>
public sealed record DeliveryOptions
{
    /// <summary>Attempts, limits, links.</summary>
    public DeliverySettings Settings { get; init; } = new();

    /// <summary>The mail server.</summary>
    public SmtpOptions Smtp { get; init; } = new();

    /// <summary>Addresses that are told of failures.</summary>
    public IReadOnlyList<string> Operators { get; init; } = [];

    /// <summary>Who gets mail.</summary>
    public IReadOnlyList<MailTarget> Recipients { get; init; } = [];

    /// <summary>Folders that get a copy.</summary>
    public IReadOnlyList<FolderTarget> Folders { get; init; } = [];

    /// <summary>Group robots that get a message.</summary>
    public IReadOnlyList<WebhookTarget> Webhooks { get; init; } = [];

    /// <summary>Whether there is anybody to deliver to.</summary>
    public bool HasRecipients => Recipients.Count + Folders.Count + Webhooks.Count > 0;
}
