namespace Analytics.Jobs.Configuration.Delivery;

/// <summary>Somebody who gets mail.</summary>
/// <param name="Name">Name in the settings.</param>
/// <param name="Addresses">One or more; each gets a mail of their own.</param>
/// <param name="Rule">Which report, and when.</param>
public sealed record MailTarget(string Name, IReadOnlyList<string> Addresses, DeliveryRule Rule);
