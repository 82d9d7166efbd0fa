using System.Globalization;
using Analytics.Core.Reports.Satisfaction;

namespace Analytics.Reporting.Sections.Satisfaction;

/// <summary>What must hold within the tables of sheets 07 and 08: sums and ranks.</summary>
internal static class SatisfactionCheck
{
    private const double Tolerance = 1e-6;

    /// <summary>Every contradiction, a sentence each.</summary>
    public static IEnumerable<string> Faults(SatisfactionSection section)
        => [.. Responses(section.Responses), .. Model(section.Model), .. Improvement(section.Improvement)];

    private static IEnumerable<string> Responses(ResponseCounts responses)
    {
        var parts = responses.Valid + responses.OutOfScale + responses.Incomplete + responses.StraightLined + responses.TooFast;
        if (parts != responses.Returned)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"Questionnaires valid and left out add up to {parts}, returned are {responses.Returned}.");
        }

        if (responses.Sent < responses.Returned)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{responses.Returned} questionnaires came back of {responses.Sent} sent.");
        }
    }

    private static IEnumerable<string> Model(SatisfactionModel? model)
    {
        if (model is null)
        {
            yield break;
        }

        if (model.IsHeldBack && model.Paths.Count + model.Effects.Count > 0)
        {
            yield return "The model is held back, yet has paths or effects.";
        }

        foreach (var effect in model.Effects.Where(e => e.Total.Value is { } total && Math.Abs(total - e.Direct - e.Indirect) > Tolerance))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"The effect of '{effect.From}' on '{effect.To}' is {effect.Total.Value}, direct and indirect add up to {effect.Direct + effect.Indirect}.");
        }
    }

    private static IEnumerable<string> Improvement(ImprovementSection? improvement)
    {
        if (improvement is null)
        {
            return [];
        }

        return (improvement.Constructs is { } constructs ? Map("constructs", constructs) : [])
            .Concat(Map("items", improvement.Items))
            .Concat(improvement.Segments.SelectMany(s => Map($"{s.Column} {s.Band}", s.Items)));
    }

    /// <summary>Ranks begin at 1 and follow the priority; equal priorities may share one. Within a construct the same.</summary>
    private static IEnumerable<string> Map(string name, ImprovementMap map)
    {
        var wrong = !InOrder(map.Points, p => p.Rank);
        foreach (var construct in map.Points.Where(p => p.RankInConstruct is not null).GroupBy(p => p.Construct))
        {
            wrong |= !InOrder([.. construct], p => p.RankInConstruct ?? 0);
        }

        if (wrong)
        {
            yield return $"The ranks of the map of {name} do not follow its priorities.";
        }
    }

    private static bool InOrder(IReadOnlyList<ImprovementPoint> points, Func<ImprovementPoint, int> rank)
    {
        for (var i = 0; i < points.Count; i++)
        {
            var ties = i > 0 && points[i].Priority.Equals(points[i - 1].Priority);
            if ((i > 0 && points[i].Priority > points[i - 1].Priority) || (rank(points[i]) != i + 1 && !(ties && rank(points[i]) == rank(points[i - 1]))))
            {
                return false;
            }
        }

        return true;
    }
}
