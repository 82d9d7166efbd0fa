using Analytics.Statistics.PathModels;

namespace Analytics.Pipeline.Models;

/// <summary>Answers for a model, read from a file.</summary>
/// <param name="Table">Answers, weights and scales.</param>
/// <param name="Groups">Value of the group column per respondent; null where none was asked for.</param>
/// <param name="Missing">Answers that are missing, empty cells and missing codes together.</param>
public sealed record SurveyAnswers(ItemTable Table, IReadOnlyList<string>? Groups, int Missing);
