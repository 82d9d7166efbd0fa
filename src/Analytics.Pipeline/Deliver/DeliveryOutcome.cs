using Analytics.Core;

namespace Analytics.Pipeline.Deliver;

/// <summary>What came of the delivery to one recipient.</summary>
/// <param name="Channel"><c>mail</c>, <c>folder</c> or <c>webhook</c>.</param>
/// <param name="Address">Whom or what it reaches.</param>
/// <param name="Report"><c>satisfaction</c>, or <c>failure</c> for the mail to the operators.</param>
/// <param name="Scope">Filters as text; <c>all</c> without any.</param>
/// <param name="Language">Language of the report.</param>
/// <param name="Version">Version sent; 0 where there is none.</param>
/// <param name="Status">What came of it.</param>
/// <param name="Attempts">Attempts made now.</param>
/// <param name="Fault">Why not; null where nothing failed.</param>
/// <param name="Files">What a dry run wrote.</param>
public sealed record DeliveryOutcome(
    string Channel,
    string Address,
    string Report,
    string Scope,
    string Language,
    int Version,
    DeliveryStatus Status,
    int Attempts = 0,
    AnalyticsException? Fault = null,
    IReadOnlyList<string>? Files = null);
