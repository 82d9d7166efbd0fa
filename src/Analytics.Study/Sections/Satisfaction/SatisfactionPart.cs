using Analytics.Core.Settings;
using Analytics.Study.Rounds;

namespace Analytics.Study.Sections.Satisfaction;

/// <summary>The report's satisfaction section: asks what weights need of the base, then computes it from the responses.</summary>
internal sealed class SatisfactionPart
{
    private readonly StudyRequest _request;
    private readonly List<(string Column, IReadOnlyList<Answer> Snapshots)> _margins = [];

    public SatisfactionPart(BaseCounts counts, StudyRequest request)
    {
        _request = request;
        var settings = request.Settings.Satisfaction;
        if (request.Facts.Responses is not { Respondents.Rows: > 0 } responses || settings.Weights is SurveyWeighting.None or SurveyWeighting.Column || (settings.Weights == SurveyWeighting.Auto && HasAllWeights(responses.Respondents)))
        {
            return;
        }

        foreach (var margin in settings.Margins)
        {
            if (counts.Plan([margin.Axis]) is { Count: > 0 } answers)
            {
                _margins.Add((margin.Column, answers));
            }
        }
    }

    /// <summary>The section; an empty result where no responses were read.</summary>
    public SatisfactionResult Compute() => Input is { } input ? SatisfactionSectionStudy.Compute(input) : new SatisfactionResult(null, [], new Dictionary<string, IReadOnlyDictionary<string, string>>());

    /// <summary>What the section is computed from, once the questions are answered; null where no responses were read.</summary>
    public SatisfactionInput? Input => _request.Facts.Responses is not { } responses ? null : new SatisfactionInput(
        SurveyWaves.Of(_request.Period, _request.Settings),
        responses,
        _request.Facts.SurveyScales,
        _margins.ToDictionary(m => m.Column, IReadOnlyDictionary<string, double> (m) => Answer.Average(m.Snapshots), StringComparer.Ordinal),
        _request.Settings);

    /// <summary>Labels of the data and, where these have none, of the model's constructs.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Labels(
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> ofData, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> ofModel) => ofModel.Count == 0 ? ofData
        : ofData.Keys.Union(ofModel.Keys).ToDictionary(
            language => language,
            IReadOnlyDictionary<string, string> (language) => Of(ofModel, language).Concat(Of(ofData, language)).GroupBy(l => l.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Value, StringComparer.Ordinal),
            StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> Of(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> labels, string language) => labels.TryGetValue(language, out var found) ? found : [];

    private static bool HasAllWeights(Core.CrossTabs.DataWindow respondents) => respondents.Measures.TryGetValue("weight", out var weights) && !Array.Exists(weights, double.IsNaN);
}
