using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Study.Masking;
using Analytics.Study.Rounds;

namespace Analytics.Study.Sections.Causes;

/// <summary>Complaints by category and cause, now and in the period before, over the same labels, with the mask of both.</summary>
internal sealed class CauseCounts
{
    private readonly string? _noPrevious;

    /// <param name="questions">Answered questions.</param>
    /// <param name="mask">The report's mask; takes over the two columns.</param>
    /// <param name="noPrevious">Why there is nothing to compare with, or null.</param>
    public CauseCounts(CauseQuestions questions, SuppressionMask mask, string? noPrevious)
    {
        _noPrevious = noPrevious;
        var (current, previous) = (CauseTable.Of(questions.Current.Tab), CauseTable.Of(questions.Previous.Tab));
        var (categories, causes) = (Union(current.Categories, previous.Categories), Union(current.Causes, previous.Causes));
        Current = CauseMask.Decide(current.Over(categories, causes), mask.MinimumCell);
        Previous = CauseMask.Decide(previous.Over(categories, causes), mask.MinimumCell, Current);
        mask.Adopt(Axis(CauseQuestions.Category, categories, Current.Table.CategoryTotal, Current.CategoryHidden, Current.CategoriesWithheld));
        mask.Adopt(Axis(CauseQuestions.Cause, causes, Current.Table.CauseTotal, Current.CauseHidden, Current.CausesWithheld));
    }

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

        var interval = now.Value is { } a && before.Value is { } b ? Statistics.Intervals.DifferenceInterval.OfCounts(a, b, level) : (Statistics.Intervals.ConfidenceInterval?)null;
        return FigureMath.Difference(now, before, interval);
    }

    private static string[] Union(IReadOnlyList<string> a, IReadOnlyList<string> b) =>
        [.. a.Union(b, StringComparer.Ordinal).OrderBy(l => l.Length == 0).ThenBy(l => l, StringComparer.Ordinal)];

    private static MaskedAxis Axis(CrossTabAxis axis, string[] labels, Func<int, long> count, IReadOnlyList<bool> hidden, bool withheld) =>
        new(axis, labels, [.. Enumerable.Range(0, labels.Length).Select(count)], hidden, withheld);
}
