using Analytics.Pipeline.Deliver.Robots;

namespace Analytics.Jobs.Configuration.Delivery;

/// <summary>A group robot that gets a message.</summary>
/// <param name="Name">Name in the settings; part of the names of the environment variables that hold its secrets.</param>
/// <param name="Kind">Whose it is.</param>
/// <param name="Url">Address without the token.</param>
/// <param name="TokenFile">File that holds the token; empty where the environment holds it.</param>
/// <param name="SigningFile">File that holds the signing secret; empty where the environment holds it, or there is none.</param>
/// <param name="Rule">Which report, and when.</param>
public sealed record WebhookTarget(string Name, RobotKind Kind, Uri Url, string TokenFile, string SigningFile, DeliveryRule Rule)
{
    /// <summary>Environment variable of a secret: <c>ANALYTICS_WEBHOOK_QUALITY_TOKEN</c>.</summary>
    /// <param name="what"><c>TOKEN</c> or <c>SIGNING</c>.</param>
    public string Variable(string what) =>
        $"ANALYTICS_WEBHOOK_{string.Concat(Name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_'))}_{what}";
}
