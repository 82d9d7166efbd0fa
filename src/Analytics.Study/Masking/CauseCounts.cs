using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Study.Rounds;

namespace Analytics.Study.Masking;

/// <summary>Complaints by category and cause, now and in the period before, over the same labels, with the mask of both.</summary>
internal sealed class CauseCounts
{
    private readonly string? _noPrevious;

    /// <param name="questions">Answered questions.</param>
    /// <param name="rule">What is too small to be shown.</param>
    /// <param name="noPrevious">Why there is nothing to compare with, or null.</param>
    public CauseCounts(CauseQuestions questions, SuppressionRule rule, string? noPrevious)
    {
        _noPrevious = noPrevious;
        var (current, previous) = (CauseTable.Of(questions.Current.Tab), CauseTable.Of(questions.Previous.Tab));
        var (categories, causes) = (Union(current.Categories, previous.Categories), Union(current.Causes, previous.Causes));
        Current = CauseMask.Decide(current.Over(categories, causes), rule.MinimumCell);
        Previous = CauseMask.Decide(previous.Over(categories, causes), rule.MinimumCell, Current);
        Axes =
        [
            Axis(CauseQuestions.Category, categories, Current.Table.CategoryTotal, Current.CategoryHidden, Current.CategoriesWithheld),
            Axis(CauseQuestions.Cause, causes, Current.Table.CauseTotal, Current.CauseHidden, Current.CausesWithheld),
        ];
    }

    /// <summary>The columns category and cause, whose masks were decided together.</summary>
    public IReadOnlyList<MaskedAxis> Axes { get; }

    /// <summary>This period.</summary>
    public CauseMask Current { get; }

    /// <summary>The period before; hides at least what this period hides.</summary>
    public CauseMask Previous { get; }

    /// <summary>Whether changes can be given.</summary>
    public bool IsComparable => _noPrevious is null;

    /// <summary>A count of the period before, as a figure.</summary>
    public Figure Before(long count, bool hidden) =>
        _noPrevious == AbsenceReasons.NoDataInPeriod ? Figure.Absent(_noPrevious) : hidden ? Figure.Suppressed : FigureMath.Count(count);

    /// <summary>The change between two counts, as a figure.</summary>
    public Figure Change(Figure now, Figure before, double level)
    {
        if (_noPrevious is not null)
        {
            return Figure.Absent(_noPrevious == AbsenceReasons.NoDataInPeriod ? AbsenceReasons.NotComparable : _noPrevious);
        }

        var interval = now.Value is { } a && before.Value is { } b
            ? Statistics.Intervals.DifferenceInterval.OfCounts(a, b, level)
            : (Statistics.Intervals.ConfidenceInterval?)null;
        return FigureMath.Difference(now, before, interval);
    }

    /// <summary>The mask of a measure that only some cases have, over the labels of this period's; null where no case has a value of it.</summary>
    /// <param name="tab">Counts by category, cause and the measure's label; the empty label is not known.</param>
    /// <param name="counts">Labels of the cases the measure rests on.</param>
    /// <param name="wider">Mask of all cases: what it hides stays hidden.</param>
    /// <param name="minimumCell">Counts of 1…k−1 are hidden.</param>
    public static CauseMask? Narrower(CrossTab tab, Func<string, bool> counts, CauseMask wider, int minimumCell)
    {
        if (CauseTable.Of(tab, label => label.Length > 0).Total == 0)
        {
            return null;
        }

        var cases = CauseTable.Of(tab, counts).Over(wider.Table.Categories, wider.Table.Causes);
        return CauseMask.Decide(cases, minimumCell, wider);
    }

    private static string[] Union(IReadOnlyList<string> a, IReadOnlyList<string> b) =>
        [.. a.Union(b, StringComparer.Ordinal).OrderBy(l => l.Length == 0).ThenBy(l => l, StringComparer.Ordinal)];

    private static MaskedAxis Axis(CrossTabAxis axis, string[] labels, Func<int, long> count, IReadOnlyList<bool> hidden, bool withheld) =>
        new(axis, labels, [.. Enumerable.Range(0, labels.Length).Select(count)], hidden, withheld);
}
