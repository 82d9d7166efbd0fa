using Analytics.Core.Reports;
using Analytics.Study.Rounds;

namespace Analytics.Study.Masking;

/// <summary>
/// The masks of one report, decided together after round one and never changed. Labels of a column are hidden once, for every table that shows
/// the column; causes and categories together, because a category is the sum of its causes; and the cells of two-way tables on top of that. What
/// is published stays consistent: a hidden count cannot be computed from any other table, total or row of the same report. Statistics of
/// a table are computed from what it shows, never from what it hides.
/// </summary>
internal sealed class ReportMasks
{
    private readonly Dictionary<string, MaskedAxis> _axes;
    private readonly Dictionary<CauseBy, MergedTable> _tables = [];

    /// <param name="round">The questions, answered, and what the sections show; nothing is decided of it where the whole scope is too small.</param>
    public ReportMasks(FirstRound round)
    {
        Rule = new SuppressionRule(round.Settings.MinimumCell);
        Total = round.Total.Tab.Total;
        Causes = new CauseCounts(round.Causes, Rule, WhyNotComparable(round));
        _axes = Causes.Axes.ToDictionary(a => a.Axis.Column, StringComparer.Ordinal);
        if (IsTooSmall)
        {
            return;
        }

        Escalated = CauseCounts.Narrower(round.Causes.Escalated.Tab, label => label == "true", Causes.Current, Rule.MinimumCell);
        foreach (var (axis, alone) in round.Shown.Columns.Where(c => !_axes.ContainsKey(c.Axis.Column)))
        {
            _axes.Add(axis.Column, MaskedAxis.Of(axis, alone.Tab, Rule));
        }

        foreach (var table in round.Shown.Tables.Where(t => CauseBy.WhyNot(Cause, Axis(t.Axis.Column)) is null))
        {
            _tables.Add(table, table.Merge(Cause, Axis(table.Axis.Column), Rule));
        }
    }

    /// <summary>What is too small to be shown.</summary>
    public SuppressionRule Rule { get; }

    /// <summary>All complaints of the scope: always known to the reader.</summary>
    public long Total { get; }

    /// <summary>Whether the whole scope holds fewer complaints than may be shown in a cell: then no table is shown.</summary>
    public bool IsTooSmall => Rule.IsSmall(Total);

    /// <summary>Complaints by category and cause, now and before, with their masks.</summary>
    public CauseCounts Causes { get; }

    /// <summary>What is hidden of the escalations by category and cause; null where they are not published.</summary>
    public CauseMask? Escalated { get; }

    /// <summary>Labels and cells hidden, over every column and table the masks know.</summary>
    public int HiddenCells => _axes.Values.Sum(a => a.Hidden.Count(h => h)) + _tables.Values.Sum(t => SuppressionRule.Hidden(t.Hidden));

    private MaskedAxis Cause => _axes[CauseQuestions.Cause.Column];

    /// <summary>The mask of a column that a section said it shows.</summary>
    public MaskedAxis Axis(string column) => _axes[column];

    /// <summary>A table of causes, or why it is not shown.</summary>
    /// <param name="table">What <see cref="MaskPlan.Show(CauseBy)"/> returned.</param>
    public Found<MergedTable> Table(CauseBy table) =>
        CauseBy.WhyNot(Cause, Axis(table.Axis.Column)) is { } reason ? Found<MergedTable>.Missing(reason)
        : IsOfUse(table) ? _tables[table] : Found<MergedTable>.Missing(AbsenceReasons.TooFewCases);

    /// <summary>Whether a row of cases must not tell its label: by the mask of the column, or by a published table's cell of this cause and label.</summary>
    /// <param name="column">Column of the label.</param>
    /// <param name="label">Label as stored; empty where unknown.</param>
    /// <param name="cause">Cause of the case; empty where unknown.</param>
    public bool Hides(string column, string label, string cause)
    {
        if (_axes.GetValueOrDefault(column) is { HasKnown: true } axis && (axis.IsWithheld || axis.Find(label) is var at && (at < 0 || axis.Hidden[at])))
        {
            return true;
        }

        return _tables.Any(t => t.Key.Axis.Column == column && IsOfUse(t.Key) && t.Value.Hides(cause, label));
    }

    private static string? WhyNotComparable(FirstRound round) =>
        !round.Window.HasComplaints(round.Window.Previous) ? AbsenceReasons.NoDataInPeriod
        : PeriodCheck.IsPartial(round.Request) ? AbsenceReasons.PartialPeriod
        : null;

    private bool IsOfUse(CauseBy table) => !table.NeedsNames || _tables[table] is { Rows.HasKnown: true, Columns.HasKnown: true };
}
