namespace Analytics.Core.CrossTabs;

/// <summary>Whole survey responses of a window: what path models and scores of respondents are computed from. Ordered by the time they were given.</summary>
/// <param name="Respondents">One row a response: operator, brand, region, day, weight and what is known of the subscriber, as far as it was asked for.</param>
/// <param name="Items">Items answered by anybody, in ordinal order.</param>
/// <param name="Answers">One array per item, one answer per respondent; NaN is missing.</param>
public sealed record SurveyResponses(DataWindow Respondents, IReadOnlyList<string> Items, IReadOnlyList<double[]> Answers);
