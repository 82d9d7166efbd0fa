namespace Analytics.Core.Reports;

/// <summary>
/// One masked complaint of sheet 92. Subscriber ids are cut to eight characters of the pseudonym; digits of six and more in the text are starred.
/// </summary>
/// <param name="CaseId">Complaint id, or "#n" by order where the source has none.</param>
/// <param name="Subscriber">First eight characters of the pseudonym, or null.</param>
/// <param name="ReceivedAt">Local time of receipt.</param>
/// <param name="Channel">Channel; null where missing.</param>
/// <param name="Category">Category.</param>
/// <param name="Cause">Cause.</param>
/// <param name="Region">Region; <see cref="Hidden"/> where the cell it falls in is suppressed.</param>
/// <param name="Status">Status.</param>
/// <param name="FirstReplyHours">Hours to the first reply.</param>
/// <param name="HandlingHours">Hours to close.</param>
/// <param name="IsEscalated">Escalated or not.</param>
/// <param name="Resolution">Resolution.</param>
/// <param name="Satisfaction">Score the customer gave.</param>
/// <param name="Text">Masked text, at most 500 characters.</param>
/// <param name="Count">Complaints the row stands for.</param>
public sealed record DetailRow(
    string CaseId,
    string? Subscriber,
    DateTime ReceivedAt,
    string? Channel,
    string? Category,
    string? Cause,
    string? Region,
    string? Status,
    double? FirstReplyHours,
    double? HandlingHours,
    bool? IsEscalated,
    string? Resolution,
    double? Satisfaction,
    string? Text,
    long Count)
{
    /// <summary>Stands for a value the mask hides; renderers translate it.</summary>
    public const string Hidden = "\u2022hidden";
}
