using System.Runtime.CompilerServices;
using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>
/// Runs all stages of a model on weighted answers; what follows from the last one is in <see cref="Structural"/>. One instance a thread: it
/// owns the working memory, and estimating a resample allocates nothing.
/// </summary>
internal sealed class ModelEstimator
{
    // Rounding leaves a little variance to an item that is constant in a resample.
    private const double ConstantShare = 1e-10;

    private readonly ModelPlan _plan;
    private readonly ItemMatrix _data;
    private readonly PlsStage? _dimensionStage;
    private readonly PlsStage? _mainStage;
    private readonly double[] _items;
    private readonly double[] _mainCovariance;
    private readonly double[] _finalCovariance;
    private readonly double[] _map;
    private readonly double[] _mapped;
    private readonly InteractionMoments? _products;

    public ModelEstimator(ModelPlan plan, ItemMatrix data)
    {
        (_plan, _data) = (plan, data);
        var settings = plan.Model.Estimation;
        var (p, v) = (data.Items.Count, plan.Variables.Count);
        Moments = new ItemMoments(data, settings.Divisor);
        _dimensionStage = plan.DimensionStage is null ? null : new PlsStage(plan.DimensionStage, settings);
        _mainStage = plan.MainStage is null ? null : new PlsStage(plan.MainStage, settings);
        Final = new PlsStage(plan.Final, settings);
        _items = new double[p * p];
        var main = plan.MainStage?.Variables ?? 0;
        _mainCovariance = new double[main * main];
        _finalCovariance = new double[v * v];
        _map = new double[v * p];
        _mapped = new double[v * p];
        _products = plan.Interactions.Count == 0 ? null : new InteractionMoments(plan, data, settings);
        Structural = new StructuralEstimate(plan, Final, _finalCovariance, _products);
        ItemDeviations = new double[p];
        InverseDeviations = new double[p];
    }

    /// <summary>Means and covariances of the items.</summary>
    public ItemMoments Moments { get; }

    /// <summary>The stage of the dimensions; null without second-order constructs.</summary>
    public PlsStage? Dimensions => _dimensionStage;

    /// <summary>The last stage.</summary>
    public PlsStage Final { get; }

    /// <summary>Covariances of the items as estimated: correlations where items are standardised.</summary>
    public double[] ItemCovariance => _items;

    /// <summary>Standard deviations of the items.</summary>
    public double[] ItemDeviations { get; }

    /// <summary>What makes correlations of <see cref="ItemCovariance"/>: 1 where items are standardised already.</summary>
    public double[] InverseDeviations { get; }

    /// <summary>Covariances of the variables of the last stage.</summary>
    public double[] VariableCovariance => _finalCovariance;

    /// <summary>Weights of items for each variable of the last stage: variable v in row v; 0 for interactions.</summary>
    public double[] Map => _map;

    /// <summary>Scores of the products per respondent, per interaction; of the last estimate.</summary>
    public double[][] Products => _products?.Products ?? [];

    /// <summary>Corrected correlations, loadings, paths and effects, from the last stage.</summary>
    public StructuralEstimate Structural { get; }

    /// <summary>Estimates the model.</summary>
    /// <param name="rowWeights">Weight per respondent, padded.</param>
    /// <param name="reference">The estimate whose signs to follow, or null.</param>
    public StageFault Estimate(double[] rowWeights, SignReference? reference)
    {
        if (!Moments.Compute(rowWeights))
        {
            return new StageFault(FaultReason.NoAnswers);
        }

        var constant = Treat();
        if (constant >= 0)
        {
            return new StageFault(FaultReason.ConstantItem, constant);
        }

        var fault = RunStages(rowWeights, reference);
        return fault.Reason == FaultReason.None ? Structural.Estimate() : fault;
    }

    /// <returns>An item without variance, or −1.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Treat()
    {
        var p = ItemDeviations.Length;
        for (var i = 0; i < p; i++)
        {
            var variance = Moments.Covariance[(i * p) + i];
            if (!(variance > ConstantShare * _data.Variances[i]))
            {
                return i;
            }

            ItemDeviations[i] = Math.Sqrt(variance);
        }

        var raw = _plan.Model.Estimation.Scaling == ItemScaling.Raw;
        for (var i = 0; i < p; i++)
        {
            var scale = 1 / ItemDeviations[i];
            InverseDeviations[i] = raw ? scale : 1;
            _items[(i * p) + i] = raw ? Moments.Covariance[(i * p) + i] : 1;
            for (var j = 0; j < i; j++)
            {
                var value = raw ? Moments.Covariance[(i * p) + j] : Moments.Covariance[(i * p) + j] * scale / ItemDeviations[j];
                _items[(i * p) + j] = value;
                _items[(j * p) + i] = value;
            }
        }

        return -1;
    }

    private StageFault RunStages(double[] rowWeights, SignReference? reference)
    {
        if (_dimensionStage is not null)
        {
            var fault = _dimensionStage.Solve(_items, reference is null ? [] : reference.Dimensions);
            if (fault.Reason != FaultReason.None)
            {
                return fault;
            }
        }

        MapVariables();
        if (_mainStage is not null)
        {
            LeadingBlock();
            var fault = _mainStage.Solve(_mainCovariance, reference is null ? [] : reference.Final.AsSpan(0, _plan.MainStage!.Variables));
            if (fault.Reason != FaultReason.None)
            {
                return fault;
            }

            if (!_products!.Compute(rowWeights, this, _mainStage, _finalCovariance))
            {
                return new StageFault(FaultReason.NoVariance, _plan.MainStage!.Count, _plan.Final);
            }
        }

        return Final.Solve(_finalCovariance, reference is null ? [] : reference.Final);
    }

    private void LeadingBlock()
    {
        var (m, v) = (_plan.MainStage!.Variables, _plan.Variables.Count);
        for (var i = 0; i < m; i++)
        {
            _finalCovariance.AsSpan(i * v, m).CopyTo(_mainCovariance.AsSpan(i * m));
        }
    }

    /// <summary>Variables as combinations of items, and their covariances.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MapVariables()
    {
        var (p, v) = (ItemDeviations.Length, _plan.Variables.Count);
        Array.Clear(_map);
        Array.Clear(_mapped);
        for (var i = 0; i < v; i++)
        {
            var variable = _plan.Variables[i];
            if (variable.Item >= 0)
            {
                _map[(i * p) + variable.Item] = 1;
                _items.AsSpan(variable.Item * p, p).CopyTo(_mapped.AsSpan(i * p));
            }
            else if (variable.Dimension >= 0)
            {
                var stage = _plan.DimensionStage!;
                for (var x = stage.Start[variable.Dimension]; x < stage.Start[variable.Dimension + 1]; x++)
                {
                    _map[(i * p) + x] = _dimensionStage!.Weights[x];
                }

                _dimensionStage!.WithConstructs.AsSpan(variable.Dimension * p, p).CopyTo(_mapped.AsSpan(i * p));
            }
        }

        for (var i = 0; i < v; i++)
        {
            for (var j = 0; j < v; j++)
            {
                _finalCovariance[(i * v) + j] = Covariance(i, j, p);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Covariance(int i, int j, int p)
    {
        if (_plan.Variables[j].Item >= 0)
        {
            return _mapped[(i * p) + _plan.Variables[j].Item];
        }

        var sum = 0.0;
        for (var x = 0; x < p; x++)
        {
            sum += _mapped[(i * p) + x] * _map[(j * p) + x];
        }

        return sum;
    }
}
