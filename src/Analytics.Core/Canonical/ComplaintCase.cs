namespace Analytics.Core.Canonical;

/// <summary>A complaint row as the warehouse holds it, before masking. Never published: the study makes the masked row of it.</summary>
/// <param name="CaseId">Complaint id, or null where the source has none.</param>
/// <param name="Subscriber">Pseudonym of the subscriber, 32 hexadecimal digits, or null.</param>
/// <param name="ReceivedAtUtc">Moment of receipt, UTC; for day or month precision the local midnight that begins it.</param>
/// <param name="Channel">Channel, or null.</param>
/// <param name="Category">Category, or null.</param>
/// <param name="Cause">Cause, or null.</param>
/// <param name="Region">Region as cross-tabs see it (the complaint's, else the subscriber's), or null.</param>
/// <param name="Status">Status, or null.</param>
/// <param name="FirstReplyAtUtc">First reply, UTC, or null.</param>
/// <param name="ClosedAtUtc">Closing, UTC, or null.</param>
/// <param name="IsEscalated">Escalated or not; null where unknown.</param>
/// <param name="Resolution">Resolution, or null.</param>
/// <param name="Satisfaction">Score the customer gave, or null.</param>
/// <param name="Text">Complaint text as stored, or null.</param>
/// <param name="Count">Complaints the row stands for.</param>
public sealed record ComplaintCase(
    string? CaseId,
    string? Subscriber,
    DateTime ReceivedAtUtc,
    string? Channel,
    string? Category,
    string? Cause,
    string? Region,
    string? Status,
    DateTime? FirstReplyAtUtc,
    DateTime? ClosedAtUtc,
    bool? IsEscalated,
    string? Resolution,
    double? Satisfaction,
    string? Text,
    long Count);
