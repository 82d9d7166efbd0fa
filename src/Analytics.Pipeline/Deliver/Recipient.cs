using Analytics.Core.CrossTabs;

namespace Analytics.Pipeline.Deliver;

/// <summary>Somebody who gets reports: which of them, in which language, when and by which way.</summary>
/// <param name="Name">Name in the settings.</param>
/// <param name="Channel">The way to them.</param>
/// <param name="Scope">Filters of their report; empty for the whole base.</param>
/// <param name="Language"><c>zh-CN</c> or <c>en</c>.</param>
/// <param name="Send">When.</param>
public sealed record Recipient(string Name, IDeliveryChannel Channel, IReadOnlyList<Filter> Scope, string Language, SendRule Send);
