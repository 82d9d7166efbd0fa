using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Core.Settings;
using Analytics.Statistics.Disclosure;
using Analytics.Statistics.Scores;
using Analytics.Study.Models;
using Analytics.Study.Sections.Satisfaction;

namespace Analytics.Study.Sections.Brands;

/// <summary>Own brands and the own total beside the competitors, column by column, with leads.</summary>
internal sealed class BrandStudy
{
    private const int MostItems = 12;
    private static readonly SegmentDefinition BrandColumn = new("brand");
    private readonly SurveySample _sample;
    private readonly SampleWeights _weights;
    private readonly IReadOnlyList<(string Name, int Item, ConstructIndex? Index)> _columns;
    private readonly List<BrandRow> _rows = [];
    private readonly List<(string Against, Measured[] Scores)> _others = [];

    private BrandStudy(SurveySample sample, SampleWeights weights, IReadOnlyList<(string Name, int Item, ConstructIndex? Index)> columns) =>
        (_sample, _weights, _columns) = (sample, weights, columns);

    /// <summary>The table; null, with a note, where there is neither a second brand nor a competitor to compare.</summary>
    public static BrandComparison? Of(SurveySample sample, SampleWeights weights, ModelStudy? study, string? overall, List<NotComputed> notes)
    {
        var columns = Columns(sample, study, overall);
        var brands = SurveyColumns.Order(BrandColumn, sample.Labels(BrandColumn, sample.Own));
        var table = columns.Count == 0 ? null : new BrandStudy(sample, weights, columns).Compute(brands, sample.Competitors);
        if (table is null)
        {
            notes.Add(new NotComputed("brands", columns.Count == 0 ? AbsenceReasons.ScaleUnknown : AbsenceReasons.NoGroups));
        }

        return table;
    }

    private BrandComparison? Compute(IReadOnlyList<string> brands, IReadOnlyList<string> competitors)
    {
        var shares = AddBrands(brands);
        var own = Measure(_sample.Own, _weights.Values);
        var isWeighted = _weights.Summary.Method != WeightingMethod.None;
        Add(BrandRowKind.Own, _sample.Input.Settings.OwnOperator, _sample.Own.Length, own);
        if (isWeighted)
        {
            Add(BrandRowKind.OwnUnweighted, _sample.Input.Settings.OwnOperator, _sample.Own.Length, Measure(_sample.Own, null));
        }

        AddCompetitors(competitors);
        return shares.Count < 2 && _others.Count == 0
            ? null
            : new BrandComparison([.. _columns.Select(c => c.Name)], _rows, [.. _others.Select(o => Lead(o.Against, own, o.Scores))], shares);
    }

    private List<BrandWeight> AddBrands(IReadOnlyList<string> brands)
    {
        var labels = _sample.Labels(BrandColumn, _sample.Own);
        int[][] members = [.. brands.Select(b => Enumerable.Range(0, labels.Length).Where(i => labels[i] == b).ToArray())];
        var shown = Shown(members, labels.Length - members.Sum(m => m.Length));
        var (all, total) = (0, 0.0);
        var shares = new List<BrandWeight>();
        for (var b = 0; b < brands.Count; b++)
        {
            double[] weights = [.. members[b].Select(i => _weights.Values[i])];
            if (shown[b] && Array.Exists(weights, w => w > 0))
            {
                Add(BrandRowKind.Brand, brands[b], members[b].Length, Measure([.. members[b].Select(i => _sample.Own[i])], weights));
                shares.Add(new BrandWeight(brands[b], members[b].Length, weights.Sum()));
                (all, total) = (all + members[b].Length, total + weights.Sum());
            }
        }

        return [.. shares.Select(s => s with { SampleShare = s.SampleShare / all, Share = s.Share / total })];
    }

    private void AddCompetitors(IReadOnlyList<string> competitors)
    {
        int[][] members = [.. competitors.Select(_sample.Of)];
        var shown = Shown(members, 0);
        for (var c = 0; c < competitors.Count; c++)
        {
            if (shown[c])
            {
                AddCompetitor(BrandRowKind.Competitor, competitors[c], members[c]);
            }
        }

        int[] all = [.. members.SelectMany(m => m).Order()];
        if (competitors.Count > 1 && all.Length >= _sample.Input.Settings.MinimumCell)
        {
            AddCompetitor(BrandRowKind.AllCompetitors, "", all);
        }
    }

    private void AddCompetitor(BrandRowKind kind, string name, int[] rows)
    {
        var scores = Measure(rows, SampleWeights.Plain(_sample, rows));
        Add(kind, name, rows.Length, scores);
        _others.Add((name, scores));
    }

    private bool[] Shown(int[][] members, int others) => SmallGroups.Shown([.. members.Select(m => m.Length)], others, 1, _sample.Input.Settings.MinimumCell);

    private void Add(BrandRowKind kind, string name, int respondents, Measured[] scores) =>
        _rows.Add(new BrandRow(kind, name, respondents, [.. scores.Select(s => s.Figure)]));

    private Measured[] Measure(int[] rows, IReadOnlyList<double>? weights) => [.. _columns.Select(c => c.Index is { } index
        ? Measured.Of(index.Over(_sample, rows, weights), _sample.Input.Settings.MinimumCell)
        : Measured.Of(
            ScoreFigures.Score(_sample.Column(c.Item, rows), weights, _sample.Scales[c.Item], _sample.Input.Settings), _sample.Input.Settings.MinimumCell))];

    private LeadRow Lead(string against, Measured[] own, Measured[] other)
    {
        var leads = own.Zip(other, (a, b) => a.LeadOver(b, _sample.Input.Settings.ConfidenceLevel)).ToList();
        return new LeadRow(against, [.. leads.Select(l => l.Lead)], [.. leads.Select(l => l.Verdict)]);
    }

    private static List<(string Name, int Item, ConstructIndex? Index)> Columns(SurveySample sample, ModelStudy? study, string? overall)
    {
        var wanted = sample.Input.Settings.Satisfaction.BrandItems;
        var items = wanted.Count > 0 ? wanted : overall is null ? [] : study is null ? [overall, .. sample.Items.Where(i => i != overall)] : [overall];
        var columns = items.Select(item => (Name: item, Item: sample.Find(item), Index: (ConstructIndex?)null))
            .Where(c => c.Item >= 0 && sample.Scales[c.Item] is not null).Take(MostItems).ToList();
        if (wanted.Count == 0 && study is not null)
        {
            columns.AddRange(
                study.Fit.Constructs.Select(c => ConstructIndex.Of(sample, study.Fit, c.Name))
                    .OfType<ConstructIndex>().Select(index => (index.Construct, -1, (ConstructIndex?)index)));
        }

        return columns;
    }

    /// <summary>A score or index with what a lead needs.</summary>
    private readonly record struct Measured(Figure Figure, double? Error, double Effective)
    {
        public static Measured Of(ScoreEstimate? score, int minimumCell) =>
            new(ScoreFigures.Of(score, minimumCell), score?.StandardError, score?.EffectiveN ?? 0);

        public static Measured Of(IndexEstimate? index, int minimumCell) =>
            new(ScoreFigures.Of(index, minimumCell), index?.StandardError, index?.EffectiveN ?? 0);

        public (Figure Lead, LeadVerdict Verdict) LeadOver(Measured other, double level)
        {
            if (Figure.State == FigureState.Suppressed || other.Figure.State == FigureState.Suppressed)
            {
                return (Figure.Suppressed, LeadVerdict.Unknown);
            }

            if (Figure.Value is not { } own || other.Figure.Value is not { } theirs || Error is not { } ownError || other.Error is not { } theirError)
            {
                return (Figure.Absent(AbsenceReasons.NotComparable), LeadVerdict.Unknown);
            }

            var lead = ScoreLead.Of(own, ownError, Effective, theirs, theirError, other.Effective, level);
            return (Figure.Of(lead.Lead, null, lead.Interval.Lower, lead.Interval.Upper), lead.Verdict);
        }
    }
}
