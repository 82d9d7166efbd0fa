using Analytics.Core.Reports;
using Analytics.Study.Rounds;
using Labels = System.Collections.Generic.IReadOnlyDictionary<string, System.Collections.Generic.IReadOnlyDictionary<string, string>>;

namespace Analytics.Study.Sections.Satisfaction;

/// <summary>Index, model, priorities and brands, computed from whole responses.</summary>
internal sealed class IndexSection : ISection
{
    /// <inheritdoc/>
    public ReadAnswers Ask(FirstRound round)
    {
        var questions = new SatisfactionQuestions(round.Base, round.Request);
        return _ => before => questions.Input is { } input ? Result(SatisfactionSectionStudy.Compute(input), before) : new SectionResult();
    }

    private static SectionResult Result(SatisfactionResult result, Report before)
    {
        var score = before.Kpis.FirstOrDefault(k => k.Id == KpiId.SatisfactionScore)?.Signal ?? Signal.NoVerdict;
        return new SectionResult
        {
            Part = report => report with { Satisfaction = result.Section, Labels = Merged(report.Labels, result.Labels) },
            NotComputed = result.NotComputed,
            Claims = [.. SatisfactionClaims.Of(result.Section, score)],
        };
    }

    /// <summary>Labels of the data and, where these have none, of the model's constructs.</summary>
    private static Labels Merged(Labels ofData, Labels ofModel) => ofModel.Count == 0 ? ofData
        : ofData.Keys.Union(ofModel.Keys).ToDictionary(
            language => language,
            IReadOnlyDictionary<string, string> (language) => Of(ofModel, language).Concat(Of(ofData, language))
                .GroupBy(l => l.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Value, StringComparer.Ordinal),
            StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> Of(Labels labels, string language) => labels.TryGetValue(language, out var found) ? found : [];
}
