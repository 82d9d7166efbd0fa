using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Core.Settings;
using Analytics.Study.Rounds;
using Analytics.Study.Masking;

namespace Analytics.Study.Sections.Pareto;

/// <summary>All Paretos of a report: by count on three levels, by increase, and by escalations, handling hours and refunds where the data have them.</summary>
internal sealed class ParetoStudy
{
    private const string ByCategory = "category";
    private const string ByCause = "cause";
    private static readonly Figure NoChange = Figure.Absent(AbsenceReasons.NotComparable);
    private readonly CauseCounts _counts;
    private readonly StudySettings _settings;
    private readonly List<ParetoTable> _tables = [];
    private readonly List<NotComputed> _missing = [];

    private ParetoStudy(CauseCounts counts, StudySettings settings) => (_counts, _settings) = (counts, settings);

    /// <summary>Computes them, and names those the data do not carry.</summary>
    /// <param name="questions">Answered questions.</param>
    /// <param name="masks">The masks of the report; the whole scope must be large enough to be shown.</param>
    /// <param name="settings">Class bounds, bars, bootstrap.</param>
    public static (IReadOnlyList<ParetoTable> Tables, IReadOnlyList<NotComputed> Missing) Compute(
        CauseQuestions questions, ReportMasks masks, StudySettings settings)
    {
        var study = new ParetoStudy(masks.Causes, settings);
        study.ByCount();
        study.ByIncrease();
        study.ByOther(ParetoMeasure.Escalations, questions.Escalated.Tab, masks.Escalated);
        study.ByOther(ParetoMeasure.HandlingHours, questions.Handled.Tab, study.MaskOf(questions.Handled.Tab, label => label.Length > 0));
        var some = CauseQuestions.Refunds.Label(1);
        study.ByOther(ParetoMeasure.Refund, questions.Refunded.Tab, study.MaskOf(questions.Refunded.Tab, label => label == some));
        return (study._tables, study._missing);
    }

    private CauseMask Now => _counts.Current;

    private CauseTable Table => _counts.Current.Table;

    private void ByCount()
    {
        var totalChange = _counts.Change(FigureMath.Count(Table.Total), _counts.Before(_counts.Previous.Table.Total, false), _settings.ConfidenceLevel);
        Level(ByCategory, Now.CategoriesWithheld, Table.HasCategories, ParetoMeasure.Count, Categories(), totalChange);
        Level(ByCause, Now.CausesWithheld, Table.HasCauses, ParetoMeasure.Count, Causes(), totalChange);
        var inA = _tables.FirstOrDefault(t => t.Level == ByCategory)?.Items.Where(i => i.Class == ParetoClass.A && !string.IsNullOrEmpty(i.Label)) ?? [];
        foreach (var category in inA.Select(i => i.Label!))
        {
            Within(category);
        }
    }

    private void Within(string category)
    {
        var c = Table.Categories.ToList().IndexOf(category);
        if (Now.CausesWithheld || Enumerable.Range(0, Table.Causes.Count).Count(x => Table.Counts[c, x] > 0) < 2)
        {
            return;
        }

        var before = _counts.Before(_counts.Previous.Table.CategoryTotal(c), _counts.Previous.CategoryHidden[c]);
        var change = _counts.Change(FigureMath.Count(Table.CategoryTotal(c)), before, _settings.ConfidenceLevel);
        var candidates = Enumerable.Range(0, Table.Causes.Count).Select(x => Candidate(
            Table.Causes[x], Table.Counts[c, x], Now.CellHidden[c, x], _counts.Previous.Table.Counts[c, x], _counts.Previous.CellHidden[c, x]));
        if (ParetoBuilder.Build("cause-in-category", category, ParetoMeasure.Count, candidates, change, _settings) is { } table)
        {
            _tables.Add(table);
        }
    }

    private void ByIncrease()
    {
        if (!_counts.IsComparable)
        {
            _missing.Add(new NotComputed("pareto:Increase", _counts.Before(0, false).Reason ?? AbsenceReasons.PartialPeriod));
            return;
        }

        foreach (var (level, candidates) in new[] { (ByCategory, Categories()), (ByCause, Causes()) })
        {
            // only changes that are told anyway are listed: the sum of a part of the hidden ones would say more than the table of counts does
            var grown = candidates.Where(c => !c.IsHidden && c.Change.Value > 0).Select(c => c with { Value = c.Change.Value!.Value }).ToArray();
            if (grown.Length > 0 && ParetoBuilder.Build(level, null, ParetoMeasure.Increase, grown, NoChange, _settings) is { } table)
            {
                _tables.Add(table);
            }
        }
    }

    private CauseMask? MaskOf(CrossTab tab, Func<string, bool> counts) => CauseCounts.Narrower(tab, counts, Now, _settings.MinimumCell);

    /// <summary>By a measure that not every case has: ranked by cases where it is a count, by its sum elsewhere; masked by the cases it rests on.</summary>
    private void ByOther(ParetoMeasure measure, CrossTab tab, CauseMask? mask)
    {
        if (mask is null)
        {
            _missing.Add(new NotComputed($"pareto:{measure}", AbsenceReasons.NoSuchField));
            return;
        }

        var cases = mask.Table;
        var values = tab.Sums is null ? null : Sums(tab);
        double Value(int c, int x) => values is null ? cases.Counts[c, x] : values[c, x];
        var categories = Enumerable.Range(0, Table.Categories.Count).Select(c => new ParetoCandidate(
            Table.Categories[c], Enumerable.Range(0, Table.Causes.Count).Sum(x => Value(c, x)), mask.CategoryHidden[c], NoChange));
        var causes = Enumerable.Range(0, Table.Causes.Count).Select(x => new ParetoCandidate(
            Table.Causes[x], Enumerable.Range(0, Table.Categories.Count).Sum(c => Value(c, x)), mask.CauseHidden[x], NoChange));
        if (cases.Total > 0)
        {
            Level(ByCategory, mask.CategoriesWithheld, Table.HasCategories, measure, categories, NoChange);
            Level(ByCause, mask.CausesWithheld, Table.HasCauses, measure, causes, NoChange);
        }
    }

    private double[,] Sums(CrossTab tab)
    {
        var (rows, columns, depth) = (tab.Labels[0].Count, tab.Labels[1].Count, tab.Labels[2].Count);
        var sums = new double[Table.Categories.Count, Table.Causes.Count];
        var (categories, causes) = (Table.Categories.ToList(), Table.Causes.ToList());
        for (var i = 0; i < rows * columns * depth; i++)
        {
            sums[categories.IndexOf(tab.Labels[0][i / depth / columns]), causes.IndexOf(tab.Labels[1][i / depth % columns])] += tab.Sums![i];
        }

        return sums;
    }

    private void Level(string level, bool withheld, bool hasLabels, ParetoMeasure measure, IEnumerable<ParetoCandidate> candidates, Figure totalChange)
    {
        var subject = measure == ParetoMeasure.Count ? $"pareto:{level}" : $"pareto:{measure}:{level}";
        if (!hasLabels)
        {
            _missing.Add(new NotComputed(subject, AbsenceReasons.NoSuchField));
        }
        else if (withheld || ParetoBuilder.Build(level, null, measure, candidates, totalChange, _settings) is not { } table)
        {
            _missing.Add(new NotComputed(subject, AbsenceReasons.TooFewCases));
        }
        else
        {
            _tables.Add(table);
        }
    }

    private IEnumerable<ParetoCandidate> Categories() => Enumerable.Range(0, Table.Categories.Count).Select(c => Candidate(
        Table.Categories[c], Table.CategoryTotal(c), Now.CategoryHidden[c], _counts.Previous.Table.CategoryTotal(c), _counts.Previous.CategoryHidden[c]));

    private IEnumerable<ParetoCandidate> Causes() => Enumerable.Range(0, Table.Causes.Count).Select(x => Candidate(
        Table.Causes[x], Table.CauseTotal(x), Now.CauseHidden[x], _counts.Previous.Table.CauseTotal(x), _counts.Previous.CauseHidden[x]));

    private ParetoCandidate Candidate(string label, long now, bool hidden, long before, bool beforeHidden) =>
        new(
            label,
            now,
            hidden,
            _counts.Change(hidden ? Figure.Suppressed : FigureMath.Count(now), _counts.Before(before, beforeHidden), _settings.ConfidenceLevel));
}
