using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Publishing.Published;

namespace Analytics.Pipeline.Deliver;

/// <summary>What to deliver to whom.</summary>
/// <param name="Period">Period label, <c>2026-W46</c>.</param>
/// <param name="Recipients">Who gets it; those of the same scope and language share a report.</param>
/// <param name="Operators">Who is told of what went wrong; may be empty.</param>
/// <param name="Reports">
/// Gives the published report of a scope and language, and makes it where it must be made. What it throws as
/// <see cref="AnalyticsException"/> is a report that did not come about: its recipients get nothing, the operators the cause.
/// </param>
/// <param name="TimeZone">IANA zone failure mails show moments in.</param>
/// <param name="RunKey">The run this delivery belongs to, as failure mails name it.</param>
public sealed record DeliveryRequest(
    string Period,
    IReadOnlyList<Recipient> Recipients,
    IReadOnlyList<Operator> Operators,
    Func<IReadOnlyList<Filter>, string, PublishedReport> Reports,
    string TimeZone,
    string RunKey);
