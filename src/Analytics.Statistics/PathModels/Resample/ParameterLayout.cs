using Analytics.Core.Canonical;
using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.PathModels.Resample;

/// <summary>
/// Which numbers of an estimate are resampled, and how they are read from the working memory of an estimator without allocating.
/// </summary>
internal sealed class ParameterLayout
{
    private readonly ModelPlan _plan;
    private readonly StagePlan _final;
    private readonly (int From, int To)[] _paths;
    private readonly (int From, int To)[] _effects;
    private readonly int[] _explained;
    private readonly BlockPair[] _pairs;
    private readonly ItemScale[]? _scales;
    private readonly bool[] _indexed;
    private readonly int[] _targetItems;
    private readonly int _target;

    /// <param name="plan">The model.</param>
    /// <param name="estimate">Its estimate: a construct whose weights are not all positive has no index.</param>
    /// <param name="scales">Scale of each item of the plan, or null.</param>
    /// <param name="target">Construct for the effects of items, or null.</param>
    public ParameterLayout(ModelPlan plan, ModelEstimator estimate, ItemScale[]? scales, string? target)
    {
        (_plan, _final, _scales) = (plan, plan.Final, scales);
        var names = _final.Constructs.Select(c => c.Name).ToList();
        _paths = [.. plan.Model.Paths.Select(p => (names.IndexOf(p.From), names.IndexOf(p.To)))];
        _effects = [.. EffectPairs.Of(_final)];
        _explained = [.. Enumerable.Range(0, _final.Count).Where(k => _final.Predecessors[k].Length > 0)];
        _pairs = [.. BlockPair.Of(plan)];
        var weights = ScoreWeights.Of(plan, estimate);
        _indexed = [.. Enumerable.Range(0, _final.Count).Select(k => scales is not null && HasIndex(weights, k))];
        _target = target is null ? -1 : names.IndexOf(target);
        _targetItems = _target >= 0 && _indexed[_target]
            ? [.. Enumerable.Range(0, plan.Items.Count).Where(i => Owner(weights, i) is var k && k >= 0 && _indexed[k] && _effects.Contains((k, _target)))]
            : [];
        Names = [.. Describe()];
    }

    /// <summary>What each number is.</summary>
    public IReadOnlyList<(ParameterKind Kind, string From, string To)> Names { get; }

    /// <summary>Number of parameters.</summary>
    public int Count => Names.Count;

    /// <summary>Scale of each item of the plan; null where the table has none.</summary>
    public static ItemScale[]? ScalesOf(ModelPlan plan, ItemTable table)
    {
        if (table.Scales is null)
        {
            return null;
        }

        var position = table.Items.Select((item, i) => (item, i)).ToDictionary(x => x.item, x => x.i);
        return [.. plan.Items.Select(item => table.Scales[position[item]])];
    }

    /// <summary>Reads all parameters of the last estimate.</summary>
    public void Read(ModelEstimator estimate, Span<double> target)
    {
        var (k, x) = (_final.Count, 0);
        foreach (var (from, to) in _paths)
        {
            target[x++] = estimate.Structural.Coefficients[(from * k) + to];
        }

        foreach (var (from, to) in _effects)
        {
            target[x++] = estimate.Structural.Totals[(from * k) + to];
        }

        foreach (var (from, to) in _effects)
        {
            target[x++] = estimate.Structural.Totals[(from * k) + to] - estimate.Structural.Coefficients[(from * k) + to];
        }

        estimate.Final.Weights.CopyTo(target[x..]);
        x += _final.Variables;
        estimate.Structural.Loadings.CopyTo(target[x..]);
        x += _final.Variables;
        foreach (var construct in _explained)
        {
            target[x++] = estimate.Structural.RSquared[construct];
        }

        foreach (var pair in _pairs)
        {
            target[x++] = pair.Ratio(estimate.ItemCovariance, estimate.InverseDeviations, _plan.Items.Count);
        }

        ReadIndices(estimate, target, x);
    }

    private void ReadIndices(ModelEstimator estimate, Span<double> target, int x)
    {
        if (_scales is null)
        {
            return;
        }

        Span<double> widths = stackalloc double[_final.Count];
        for (var construct = 0; construct < _final.Count; construct++)
        {
            widths[construct] = _indexed[construct] ? Width(estimate, construct, out target[x++]) : 1;
        }

        foreach (var (from, to) in _effects)
        {
            if (_indexed[from] && _indexed[to])
            {
                target[x++] = estimate.Structural.Totals[(from * _final.Count) + to] * widths[from] / widths[to];
            }
        }

        foreach (var item in _targetItems)
        {
            target[x++] = ItemEffect(estimate, item, widths[_target]);
        }
    }

    /// <summary>Width of the scale of a score of variance 1, and the mean score in percent of it.</summary>
    private double Width(ModelEstimator estimate, int construct, out double index)
    {
        var (width, above) = (0.0, 0.0);
        for (var i = 0; i < _plan.Items.Count; i++)
        {
            var weight = ItemWeight(estimate, i, construct);
            width += weight * (_scales![i].Maximum - _scales[i].Minimum);
            above += weight * (estimate.Moments.Means[i] - _scales[i].Minimum);
        }

        index = above / width * 100;
        return width;
    }

    private double ItemEffect(ModelEstimator estimate, int item, double width)
    {
        var effect = 0.0;
        for (var construct = 0; construct < _final.Count; construct++)
        {
            effect += ItemWeight(estimate, item, construct) * estimate.Structural.Totals[(construct * _final.Count) + _target];
        }

        return effect * (_scales![item].Maximum - _scales[item].Minimum) / width;
    }

    private double ItemWeight(ModelEstimator estimate, int item, int construct)
    {
        var (p, sum) = (_plan.Items.Count, 0.0);
        for (var v = _final.Start[construct]; v < _final.Start[construct + 1]; v++)
        {
            sum += estimate.Final.Weights[v] * estimate.Map[(v * p) + item];
        }

        return _plan.Model.Estimation.Scaling == ItemScaling.Raw ? sum : sum / estimate.ItemDeviations[item];
    }

    private bool HasIndex(double[,] weights, int construct)
    {
        var own = Enumerable.Range(0, _plan.Items.Count).Select(i => weights[i, construct]).Where(w => w != 0).ToList();
        return own.Count > 0 && own.All(w => w > 0);
    }

    private int Owner(double[,] weights, int item)
    {
        for (var k = 0; k < _final.Count; k++)
        {
            if (weights[item, k] != 0)
            {
                return k;
            }
        }

        return -1;
    }

    private IEnumerable<(ParameterKind Kind, string From, string To)> Describe()
    {
        string Name(int construct) => _final.Constructs[construct].Name;
        var variables = Enumerable.Range(0, _final.Count)
            .SelectMany(k => Enumerable.Range(_final.Start[k], _final.Start[k + 1] - _final.Start[k]).Select(v => (_plan.Variables[v].Name, Name(k))))
            .ToList();
        return
        [
            .. _paths.Select(p => (ParameterKind.Path, Name(p.From), Name(p.To))),
            .. _effects.Select(p => (ParameterKind.Total, Name(p.From), Name(p.To))),
            .. _effects.Select(p => (ParameterKind.Indirect, Name(p.From), Name(p.To))),
            .. variables.Select(v => (ParameterKind.Weight, v.Item1, v.Item2)),
            .. variables.Select(v => (ParameterKind.Loading, v.Item1, v.Item2)),
            .. _explained.Select(k => (ParameterKind.RSquared, "", Name(k))),
            .. _pairs.Select(p => (ParameterKind.HeterotraitMonotrait, p.One, p.Two)),
            .. Enumerable.Range(0, _final.Count).Where(k => _indexed[k]).Select(k => (ParameterKind.Index, "", Name(k))),
            .. _effects.Where(p => _indexed[p.From] && _indexed[p.To]).Select(p => (ParameterKind.IndexEffect, Name(p.From), Name(p.To))),
            .. _targetItems.Select(i => (ParameterKind.ItemEffect, _plan.Items[i], Name(_target))),
        ];
    }
}
