using System.Runtime.CompilerServices;
using Analytics.Statistics.PathModels.Resample;
using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>
/// Runs all stages of a model on weighted answers and derives paths, loadings and effects. One instance a thread: it owns the working
/// memory, and estimating a resample allocates nothing.
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
    private readonly double[] _scratch;
    private readonly double[] _solution;

    public ModelEstimator(ModelPlan plan, ItemMatrix data)
    {
        (_plan, _data) = (plan, data);
        var settings = plan.Model.Estimation;
        var (p, v, k) = (data.Items.Count, plan.Variables.Count, plan.Final.Count);
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
        Corrected = new double[k * k];
        Reliability = new double[k];
        Coefficients = new double[k * k];
        Totals = new double[k * k];
        RSquared = new double[k];
        Loadings = new double[v];
        ItemDeviations = new double[p];
        InverseDeviations = new double[p];
        _scratch = new double[k * k];
        _solution = new double[k];
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

    /// <summary>Standard deviation of the product of two scores, per interaction.</summary>
    public double[] ProductDeviations => _products?.Deviations ?? [];

    /// <summary>Scores of the products per respondent, per interaction; of the last estimate.</summary>
    public double[][] Products => _products?.Products ?? [];

    /// <summary>Correlations of the constructs, corrected for attenuation where they are reflective; an interaction has the variance of its product.</summary>
    public double[] Corrected { get; }

    /// <summary>ρA per construct of the last stage; 1 where it does not apply.</summary>
    public double[] Reliability { get; }

    /// <summary>Path from i to j at i·K + j.</summary>
    public double[] Coefficients { get; }

    /// <summary>Total effect of i on j at i·K + j.</summary>
    public double[] Totals { get; }

    /// <summary>R² of each construct; 0 where nothing explains it.</summary>
    public double[] RSquared { get; }

    /// <summary>Loadings of the variables of the last stage, corrected where their construct is reflective.</summary>
    public double[] Loadings { get; }

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
        if (fault.Reason != FaultReason.None)
        {
            return fault;
        }

        Final.Loadings.CopyTo(Loadings, 0);
        fault = Correct();
        return fault.Reason == FaultReason.None ? Structure() : fault;
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

    /// <summary>Consistent PLS: correlations divided by the root of both reliabilities, loadings λ = w√ρA/(w′w).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private StageFault Correct()
    {
        var (k, plan) = (_plan.Final.Count, _plan.Final);
        Final.Between.CopyTo(Corrected, 0);
        for (var j = 0; j < k; j++)
        {
            Reliability[j] = 1;
            var size = plan.Start[j + 1] - plan.Start[j];
            if (plan.Modes[j] != MeasurementMode.Reflective || size < 2)
            {
                continue;
            }

            var (rho, squares) = RhoA(j);
            if (!(rho > 1e-6))
            {
                return new StageFault(FaultReason.NoReliability, j, plan);
            }

            Reliability[j] = rho;
            for (var i = plan.Start[j]; i < plan.Start[j + 1]; i++)
            {
                Loadings[i] = StandardisedWeight(i) * Math.Sqrt(rho) / squares;
            }
        }

        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++)
            {
                Corrected[(i * k) + j] = i == j
                    ? Deviation(i) * Deviation(i)
                    : Corrected[(i * k) + j] * Deviation(i) * Deviation(j) / Math.Sqrt(Reliability[i] * Reliability[j]);
            }
        }

        return default;
    }

    // Not restandardised: the path of an interaction is the change in a slope when the moderator rises by one standard deviation.
    private double Deviation(int construct) => _plan.InteractionOf(construct) is var product && product >= 0 ? _products!.Deviations[product] : 1;

    private double StandardisedWeight(int variable) => Final.Weights[variable] * Math.Sqrt(_finalCovariance[(variable * _plan.Variables.Count) + variable]);

    private (double Rho, double Squares) RhoA(int construct)
    {
        var (v, plan) = (_plan.Variables.Count, _plan.Final);
        var (squares, observed, implied) = (0.0, 0.0, 0.0);
        for (var i = plan.Start[construct]; i < plan.Start[construct + 1]; i++)
        {
            var one = StandardisedWeight(i);
            squares += one * one;
            for (var j = plan.Start[construct]; j < plan.Start[construct + 1]; j++)
            {
                if (i != j)
                {
                    var two = StandardisedWeight(j);
                    observed += Final.Weights[i] * Final.Weights[j] * _finalCovariance[(i * v) + j];
                    implied += one * one * two * two;
                }
            }
        }

        return (squares * squares * observed / implied, squares);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private StageFault Structure()
    {
        var (k, plan) = (_plan.Final.Count, _plan.Final);
        Array.Clear(Coefficients);
        Array.Clear(Totals);
        for (var j = 0; j < k; j++)
        {
            RSquared[j] = 0;
            var predecessors = plan.Predecessors[j];
            if (predecessors.Length == 0)
            {
                continue;
            }

            if (!SmallCholesky.Regress(Corrected, k, predecessors, j, _scratch, _solution))
            {
                return new StageFault(FaultReason.CollinearPredictors, j, plan);
            }

            for (var i = 0; i < predecessors.Length; i++)
            {
                Coefficients[(predecessors[i] * k) + j] = _solution[i];
                RSquared[j] += _solution[i] * Corrected[(predecessors[i] * k) + j];
            }
        }

        foreach (var j in plan.Order)
        {
            foreach (var via in plan.Predecessors[j])
            {
                for (var i = 0; i < k; i++)
                {
                    Totals[(i * k) + j] += (i == via ? 1 : Totals[(i * k) + via]) * Coefficients[(via * k) + j];
                }
            }
        }

        return default;
    }
}
