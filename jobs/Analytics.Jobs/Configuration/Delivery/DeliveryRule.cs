using Analytics.Core.CrossTabs;
using Analytics.Pipeline.Deliver;

namespace Analytics.Jobs.Configuration.Delivery;

/// <summary>Which report somebody gets, and when.</summary>
/// <param name="Scope">Filters; empty for the whole base.</param>
/// <param name="Language"><c>zh-CN</c> or <c>en</c>.</param>
/// <param name="Send">When.</param>
public sealed record DeliveryRule(IReadOnlyList<Filter> Scope, string Language, SendRule Send);
