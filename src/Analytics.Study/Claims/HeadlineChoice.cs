using Analytics.Core.Reports;

namespace Analytics.Study.Claims;

/// <summary>
/// Chooses the sentences of the cover from the claims of all sections, by the place each claim names and not by who makes it. At most five;
/// where more could be said, those that are always said are kept, then sentences that carry a signal, then what to improve, and "all within" goes first
/// of all.
/// </summary>
internal static class HeadlineChoice
{
    /// <summary>Sentences at most.</summary>
    public const int Most = 5;

    /// <summary>The sentences, in the order of their places.</summary>
    /// <param name="claims">Claims of all sections, in the order of the report; within a section the most important first.</param>
    public static IReadOnlyList<Headline> Choose(IReadOnlyList<Claim> claims)
    {
        // bad news before good where two want one place
        var candidates = claims.Concat(AllWithin(claims)).Where(c => c.Sentence is not null)
            .GroupBy(c => c.Place)
            .Select(place => place.OrderBy(c => c.IsFallback).ThenBy(c => c.Signal == Signal.Better).First());
        return [.. candidates
            .OrderBy(Weight).ThenBy(c => c.Place).Take(Most)
            .OrderBy(c => c.Place).Select(c => c.Sentence!)];
    }

    /// <summary>That every headline measure with a verdict is within its limits; nothing where one is not, or none has a verdict.</summary>
    private static IEnumerable<Claim> AllWithin(IReadOnlyList<Claim> claims)
    {
        var verdicts = claims.Where(c => c.Family == ClaimFamily.Kpis && c.Signal != Signal.NoVerdict).ToArray();
        if (verdicts.Length > 0 && verdicts.All(c => c.Signal == Signal.Within))
        {
            var count = new HeadlineArgument("count", verdicts.Length, MeasureUnit.Count);
            yield return new Claim(ClaimFamily.Kpis, "all", FigureMath.Count(verdicts.Length))
            {
                Signal = Signal.Within,
                Place = HeadlinePlace.AllWithin,
                Sentence = new Headline(HeadlineKeys.AllWithin, Signal.Within, [count]),
            };
        }
    }

    private static int Weight(Claim claim) =>
        claim.IsKept ? 0
        : claim.Sentence!.Signal is Signal.Worse or Signal.Better ? 1
        : claim.Place == HeadlinePlace.Improvement ? 2
        : claim.Place == HeadlinePlace.AllWithin ? 4
        : 3;
}
