using Analytics.Core.Reports;
using Analytics.Study.Claims;

namespace Analytics.Study.Sections.Pareto;

/// <summary>Claims about causes: which grew, and which make up most complaints.</summary>
internal static class ParetoClaims
{
    /// <summary>What grew, largest increase first, then the largest causes.</summary>
    /// <param name="tables">Paretos of the report.</param>
    /// <param name="classA">Cumulative share class A ends at.</param>
    /// <param name="previous">Label of the period before.</param>
    public static IEnumerable<Claim> Of(IReadOnlyList<ParetoTable> tables, double classA, string previous)
    {
        var (causes, categories) = (ByCount(tables, "cause"), ByCount(tables, "category"));
        return [.. Growing((causes ?? categories)?.Items ?? [], previous), .. Largest(causes, categories, classA)];
    }

    private static IEnumerable<Claim> Growing(IReadOnlyList<ParetoItem> items, string previous) =>
        items.Where(i => !string.IsNullOrEmpty(i.Label) && i.Change is { Value: > 0, Lower: > 0 })
            .OrderByDescending(i => i.Change.Value)
            .Select(item => new Claim(ClaimFamily.GrowingCauses, item.Label!, item.Change)
            {
                Place = HeadlinePlace.Growth,
                Sentence = new Headline(
                    HeadlineKeys.GrowingCause,
                    Signal.NoVerdict,
                    [
                        Arguments.Label("cause", item.Label!),
                        Arguments.Count("value", item.Value),
                        Arguments.Number("change", item.Change, MeasureUnit.Count),
                        .. Arguments.Bounds(item.Change, MeasureUnit.Count),
                        Arguments.Label("previous", previous),
                    ]),
            });

    /// <summary>By cause where the bars hold all of class A, else by category.</summary>
    private static IEnumerable<Claim> Largest(ParetoTable? causes, ParetoTable? categories, double classA)
    {
        var isWhole = causes?.Items.LastOrDefault(i => i.Class == ParetoClass.A)?.CumulativeShare >= classA;
        var table = isWhole ? causes : categories ?? causes;
        var inA = table?.Items.Where(i => i.Class == ParetoClass.A && i.Rank > 0).ToArray() ?? [];
        if (Array.Find(inA, i => !string.IsNullOrEmpty(i.Label)) is not { } top)
        {
            yield break;
        }

        yield return new Claim(ClaimFamily.LargestCauses, top.Label!, top.Share)
        {
            Place = HeadlinePlace.LargestCauses,
            Sentence = new Headline(
                HeadlineKeys.TopCauses,
                Signal.NoVerdict,
                [
                    Arguments.Label("cause", top.Label!),
                    Arguments.Number("share", top.Share, MeasureUnit.Share),
                    Arguments.Count("items", inA.Length),
                    new HeadlineArgument("cumulative", inA[^1].CumulativeShare, MeasureUnit.Share),
                ]),
        };
    }

    private static ParetoTable? ByCount(IReadOnlyList<ParetoTable> tables, string level) =>
        tables.FirstOrDefault(p => p.Measure == ParetoMeasure.Count && p.Level == level);
}
