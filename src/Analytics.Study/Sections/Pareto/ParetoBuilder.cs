using Analytics.Core.Reports;
using Analytics.Core.Settings;
using Analytics.Statistics.Pareto;

namespace Analytics.Study.Sections.Pareto;

/// <summary>
/// Ranks candidates, merges the tail and what is hidden into a last bar, and classes the rest. Ranks and cumulative shares run over what is shown alone.
/// </summary>
internal static class ParetoBuilder
{
    /// <summary>A Pareto, or null where nothing may be shown by itself.</summary>
    /// <param name="level"><c>category</c>, <c>cause</c> or <c>cause-in-category</c>.</param>
    /// <param name="within">Category, for the last.</param>
    /// <param name="measure">What is ranked by.</param>
    /// <param name="candidates">Items; those of value 0 are left out.</param>
    /// <param name="totalChange">Change of the total, where it is published; gives the change of the rest.</param>
    /// <param name="settings">Class bounds, bars, bootstrap.</param>
    public static ParetoTable? Build(
        string level, string? within, ParetoMeasure measure, IEnumerable<ParetoCandidate> candidates, Figure totalChange, StudySettings settings)
    {
        var all = candidates.Where(c => c.Value > 0).OrderByDescending(c => c.Value).ThenBy(c => c.Label, StringComparer.Ordinal).ToArray();
        var open = all.Where(c => !c.IsHidden).ToList();
        var hidden = all.Length - open.Count;
        var shown = open.Count <= settings.ParetoItems + 1 && hidden == 0 ? open : open.Take(settings.ParetoItems).ToList();
        if (all.Length - shown.Count == 1)
        {
            shown.RemoveAt(shown.Count - 1);
        }

        if (shown.Count == 0)
        {
            return null;
        }

        var total = all.Sum(c => c.Value);
        var covered = shown.Sum(c => c.Value);
        var ranked = ParetoAnalysis.Rank(
            [.. shown.Select(c => c.Value)], Math.Min(1, settings.ParetoClassA * total / covered), Math.Min(1, settings.ParetoClassB * total / covered));
        var isCount = measure is ParetoMeasure.Count or ParetoMeasure.Escalations;
        var probability = isCount ? Stability(open, all, settings) : null;
        var items = new List<ParetoItem>(shown.Count + 1);
        var cumulative = 0.0;
        foreach (var item in ranked)
        {
            var candidate = shown[item.Index];
            cumulative += candidate.Value;
            var inA = probability is null ? Figure.Absent(AbsenceReasons.NotComparable) : Figure.Of(probability[open.IndexOf(candidate)]);
            items.Add(
                new ParetoItem(
                    candidate.Label,
                    1,
                    item.Rank,
                    candidate.Value,
                    Share(candidate.Value, total, isCount, settings),
                    Math.Min(1, cumulative / total),
                    item.Class,
                    inA,
                    candidate.Change));
        }

        var rest = all.Except(shown).ToArray();
        if (rest.Length > 0)
        {
            items.Add(Rest(rest, shown, total, totalChange, isCount, settings));
        }

        return new ParetoTable(level, within, measure, total, items);
    }

    private static ParetoItem Rest(ParetoCandidate[] rest, List<ParetoCandidate> shown, double total, Figure totalChange, bool isCount, StudySettings settings)
    {
        // told only where it follows from the others anyway; else it would give a hidden change away
        var change = totalChange.Value is { } whole && shown.All(c => c.Change.State == FigureState.Known)
            ? Figure.Of(whole - shown.Sum(c => c.Change.Value!.Value))
            : Figure.Absent(AbsenceReasons.NotComparable);
        var value = rest.Sum(c => c.Value);
        return new ParetoItem(
            null, rest.Length, 0, value, Share(value, total, isCount, settings), 1, ParetoClass.C, Figure.Absent(AbsenceReasons.NotComparable), change);
    }

    private static Figure Share(double value, double total, bool isCount, StudySettings settings) =>
        isCount ? FigureMath.Share(value, total, settings.ConfidenceLevel) : Figure.Of(Math.Min(1, value / total), total);

    /// <summary>What is hidden enters the bootstrap in equal parts, so its single counts leave no trace.</summary>
    private static double[] Stability(List<ParetoCandidate> open, ParetoCandidate[] all, StudySettings settings)
    {
        var hidden = all.Where(c => c.IsHidden).ToArray();
        var sum = (long)hidden.Sum(c => c.Value);
        var parts = Enumerable.Range(0, hidden.Length).Select(i => (sum / hidden.Length) + (i < sum % hidden.Length ? 1 : 0));
        return ParetoBootstrap.ProbabilityInA(
            [.. open.Select(c => (long)c.Value), .. parts], settings.ParetoClassA, settings.BootstrapResamples, settings.Seed);
    }
}
