using Analytics.Core.Reports;
using Analytics.Study.Claims;

namespace Analytics.Study.Sections.Survey;

/// <summary>Claims of plain survey scores. They give way to the satisfaction index, where a model has one.</summary>
internal static class SurveyClaims
{
    /// <summary>Overall satisfaction, with the lowest item where there are others; nothing without a score.</summary>
    /// <param name="score">The headline measure.</param>
    /// <param name="items">Items of the report.</param>
    /// <param name="overall">The item that stands for overall satisfaction.</param>
    /// <param name="ownOperator">The report's own operator where answers name several.</param>
    public static IEnumerable<Claim> Of(Kpi score, IReadOnlyList<SurveyItem> items, string? overall, string? ownOperator)
    {
        var own = items.Where(s => s.Group == ownOperator && s.Score.Value is not null).ToArray();
        if (score.Current.Value is null || Array.Find(own, i => i.Item == overall) is not { } item)
        {
            yield break;
        }

        List<HeadlineArgument> arguments =
        [
            Arguments.Label("item", item.Item),
            Arguments.Number("score", score.Current, MeasureUnit.Score),
            new("n", score.Current.N, MeasureUnit.Count),
        ];
        if (own.Where(i => i != item).OrderBy(i => i.Score.Value).ThenBy(i => i.Item, StringComparer.Ordinal).FirstOrDefault() is { } lowest)
        {
            arguments.AddRange([Arguments.Label("lowestItem", lowest.Item), Arguments.Number("lowestScore", lowest.Score, MeasureUnit.Score)]);
        }

        if (score.Change.Value is not null)
        {
            arguments.Add(Arguments.Number("change", score.Change, MeasureUnit.Score));
        }

        yield return new Claim(ClaimFamily.Scores, item.Item, score.Current)
        {
            Place = HeadlinePlace.Satisfaction,
            IsFallback = true,
            Sentence = new Headline(HeadlineKeys.SurveyScore, score.Signal, arguments),
        };
    }
}
