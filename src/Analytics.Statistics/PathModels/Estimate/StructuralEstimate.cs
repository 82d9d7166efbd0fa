using System.Runtime.CompilerServices;
using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>
/// What follows from the weights of the last stage: correlations and loadings corrected for attenuation, paths, R² and total effects. Estimating
/// allocates nothing; it reads the stage and the covariances it was given.
/// </summary>
internal sealed class StructuralEstimate
{
    // Below, dividing by √ρA would blow rounding up into correlations.
    private const double SmallestReliability = 1e-6;

    private readonly ModelPlan _plan;
    private readonly PlsStage _stage;
    private readonly double[] _covariance;
    private readonly InteractionMoments? _products;
    private readonly double[] _scratch;
    private readonly double[] _solution;

    /// <param name="plan">The model.</param>
    /// <param name="stage">Its last stage.</param>
    /// <param name="covariance">Covariances of the variables of that stage, row-major.</param>
    /// <param name="products">Products of scores; null without interactions.</param>
    public StructuralEstimate(ModelPlan plan, PlsStage stage, double[] covariance, InteractionMoments? products)
    {
        (_plan, _stage, _covariance, _products) = (plan, stage, covariance, products);
        var k = plan.Final.Count;
        Corrected = new double[k * k];
        Reliability = new double[k];
        Coefficients = new double[k * k];
        Totals = new double[k * k];
        RSquared = new double[k];
        Loadings = new double[plan.Variables.Count];
        _scratch = new double[k * k];
        _solution = new double[k];
    }

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

    /// <summary>Derives everything from the stage as it was solved last.</summary>
    /// <returns>Why there is no estimate: a reliability of 0 or less, or collinear predecessors.</returns>
    public StageFault Estimate()
    {
        _stage.Loadings.CopyTo(Loadings, 0);
        var fault = Correct();
        return fault.Reason == FaultReason.None ? Paths() : fault;
    }

    /// <summary>Consistent PLS: correlations divided by the root of both reliabilities, loadings λ = w√ρA/(w′w).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private StageFault Correct()
    {
        var (k, plan) = (_plan.Final.Count, _plan.Final);
        _stage.Between.CopyTo(Corrected, 0);
        for (var j = 0; j < k; j++)
        {
            Reliability[j] = 1;
            var size = plan.Start[j + 1] - plan.Start[j];
            if (plan.Modes[j] != MeasurementMode.Reflective || size < 2)
            {
                continue;
            }

            var (rho, squares) = RhoA(j);
            if (!(rho > SmallestReliability))
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

    private double StandardisedWeight(int variable) => _stage.Weights[variable] * Math.Sqrt(_covariance[(variable * _plan.Variables.Count) + variable]);

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
                    observed += _stage.Weights[i] * _stage.Weights[j] * _covariance[(i * v) + j];
                    implied += one * one * two * two;
                }
            }
        }

        return (squares * squares * observed / implied, squares);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private StageFault Paths()
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
