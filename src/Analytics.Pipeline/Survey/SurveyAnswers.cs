using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Pipeline.Survey;

/// <summary>Answers for a model, read from a file.</summary>
/// <param name="Table">Answers, weights and scales.</param>
/// <param name="Columns">Texts of the further columns asked for, per respondent, by column.</param>
/// <param name="Missing">Answers that are missing, empty cells and missing codes together.</param>
public sealed record SurveyAnswers(ItemTable Table, IReadOnlyDictionary<string, IReadOnlyList<string>> Columns, int Missing);
