using Analytics.Core.Settings;
using Analytics.Study.Rounds;

namespace Analytics.Study.Sections.Satisfaction;

/// <summary>What the weights of respondents need to know of the base, and the input of the section once that is answered.</summary>
internal sealed class SatisfactionQuestions
{
    private readonly StudyRequest _request;
    private readonly List<(string Column, IReadOnlyList<Answer> Snapshots)> _margins = [];

    public SatisfactionQuestions(BaseCounts counts, StudyRequest request)
    {
        _request = request;
        var settings = request.Settings.Satisfaction;
        if (request.Facts.Responses is not { Respondents.Rows: > 0 } responses
            || settings.Weights is SurveyWeighting.None or SurveyWeighting.Column
            || (settings.Weights == SurveyWeighting.Auto && HasAllWeights(responses.Respondents)))
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

    /// <summary>What the section is computed from, once the questions are answered; null where no responses were read.</summary>
    public SatisfactionInput? Input => _request.Facts.Responses is not { } responses ? null : new SatisfactionInput(
        SurveyWaves.Of(_request.Period, _request.Settings),
        responses,
        _request.Facts.SurveyScales,
        _margins.ToDictionary(m => m.Column, IReadOnlyDictionary<string, double> (m) => Answer.Average(m.Snapshots), StringComparer.Ordinal),
        _request.Settings);

    private static bool HasAllWeights(Core.CrossTabs.DataWindow respondents) =>
        respondents.Measures.TryGetValue("weight", out var weights) && !Array.Exists(weights, double.IsNaN);
}
