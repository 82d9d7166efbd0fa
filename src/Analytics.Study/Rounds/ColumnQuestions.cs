using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Core.Settings;
using Analytics.Study.Masking;

namespace Analytics.Study.Rounds;

/// <summary>The questions of one segmentation and their answers brought into row order.</summary>
internal sealed class ColumnQuestions
{
    /// <summary>Rows of a dimension that are shown one by one; of a longer list the smallest are merged into one row.</summary>
    public const int MaximumRows = 40;

    private readonly Answer _complaints;
    private readonly IReadOnlyList<Answer> _base;

    public ColumnQuestions(Questions questions, StudyWindow window, BaseCounts counts, SegmentDefinition definition)
    {
        Definition = definition;
        _complaints = questions.Ask(window.Ask(FactTable.Complaints, window.Current, [definition.Axis]));
        _base = counts.Plan([definition.Axis]);
    }

    /// <summary>Column and bands.</summary>
    public SegmentDefinition Definition { get; }

    /// <summary>Complaints of the period by the column alone.</summary>
    public Answer Complaints => _complaints;

    /// <summary>The same under the masks of a report, of which the column must be shown.</summary>
    public Found<ColumnCounts> Read(ReportMasks masks) => Read(masks.Axis(Definition.Column), masks.Rule);

    /// <summary>Labels, counts and what is hidden, in row order; absent where nobody's attribute is known or nothing may be shown.</summary>
    /// <param name="axis">The mask of this column.</param>
    /// <param name="rule">What is too small to be shown.</param>
    public Found<ColumnCounts> Read(MaskedAxis axis, SuppressionRule rule)
    {
        var subscribers = _base.Count == 0 ? [] : Answer.Average(_base);
        var reason = axis.IsWithheld ? AbsenceReasons.TooFewCases
            : BaseCounts.Has(Definition.Column) ? AbsenceReasons.NoSubscriberLink
            : AbsenceReasons.NoSuchField;
        var hasBase = subscribers.Any(s => s.Key.Length > 0 && s.Value > 0);
        if (axis.IsWithheld || (!axis.HasKnown && (axis.Counts.Sum() > 0 || !hasBase)))
        {
            // with complaints of which nobody's attribute is known, the rates of all rows would come out as 0
            return Found<ColumnCounts>.Missing(reason);
        }

        var complaints = axis.Labels.Select((label, i) => (label, i))
            .ToDictionary(p => p.label, p => (Count: axis.Counts[p.i], Hidden: axis.Hidden[p.i]), StringComparer.Ordinal);
        var labels = Order(axis, subscribers.Keys.Where(l => !complaints.ContainsKey(l)));
        var rows = labels.Select(l => (Label: l, Complaints: complaints.GetValueOrDefault(l), Subscribers: subscribers.GetValueOrDefault(l))).ToList();
        if (Definition.Bands is null && rows.Count > MaximumRows)
        {
            rows = Fold(rows);
        }

        var baseHidden = hasBase ? rule.Line([.. rows.Select(r => (long)Math.Ceiling(r.Subscribers))]) : [.. rows.Select(_ => false)];
        return new ColumnCounts(
            Definition,
            [.. rows.Select(r => r.Label)],
            [.. rows.Select(r => r.Complaints.Count)],
            hasBase && baseHidden is not null ? [.. rows.Select(r => r.Subscribers)] : null,
            [.. rows.Select(r => r.Complaints.Hidden)],
            baseHidden ?? [.. rows.Select(_ => true)]);
    }

    /// <summary>Bands in band order, labels by complaints and then by name; unknown last.</summary>
    private static IEnumerable<string> Order(MaskedAxis axis, IEnumerable<string> onlyInBase)
    {
        var known = axis.Labels.Select((label, i) => (Label: label, Count: axis.Counts[i]))
            .Concat(onlyInBase.Select(label => (Label: label, Count: 0L))).ToArray();
        var ordered = axis.Axis.Bands is null ? known.OrderByDescending(k => k.Count).ThenBy(k => k.Label, StringComparer.Ordinal) : known.AsEnumerable();
        return ordered.OrderBy(k => k.Label.Length == 0).Select(k => k.Label);
    }

    /// <summary>Keeps the largest rows and "unknown"; what is hidden goes into the rest first.</summary>
    private static List<(string Label, (long Count, bool Hidden) Complaints, double Subscribers)> Fold(
        List<(string Label, (long Count, bool Hidden) Complaints, double Subscribers)> rows)
    {
        var kept = rows.Where(r => r.Label.Length > 0 && !r.Complaints.Hidden).Take(MaximumRows - 1).ToList();
        var unknown = rows.Where(r => r.Label.Length == 0 && !r.Complaints.Hidden).ToList();
        var rest = rows.Except(kept).Except(unknown).ToList();
        kept.Add((SegmentRow.Rest, (rest.Sum(r => r.Complaints.Count), false), rest.Sum(r => r.Subscribers)));
        kept.AddRange(unknown);
        return kept;
    }
}
