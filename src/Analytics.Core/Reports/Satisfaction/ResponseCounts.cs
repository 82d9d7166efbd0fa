namespace Analytics.Core.Reports.Satisfaction;

/// <summary>Response funnel of the waves behind the section.</summary>
/// <param name="Sent">Questionnaires sent; null where the data do not say.</param>
/// <param name="Returned">Come back.</param>
/// <param name="Valid">Of these counted.</param>
/// <param name="OutOfScale">Not counted: an answer lies outside its scale.</param>
/// <param name="Incomplete">Not counted: too few items answered.</param>
/// <param name="StraightLined">Not counted: the same answer throughout.</param>
/// <param name="TooFast">Not counted: answered too quickly to have been read; 0 where durations are not known.</param>
public sealed record ResponseCounts(long? Sent, long Returned, long Valid, long OutOfScale, long Incomplete, long StraightLined, long TooFast);
