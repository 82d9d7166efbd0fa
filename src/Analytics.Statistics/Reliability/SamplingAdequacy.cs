using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Analytics.Statistics.Reliability;

/// <summary>Whether items have enough in common for a factor or path model.</summary>
/// <param name="Kmo">Kaiser–Meyer–Olkin measure, 0–1; 0.6 and above is usual.</param>
/// <param name="ItemKmo">The same per item.</param>
/// <param name="ChiSquare">Bartlett's statistic: −(n − 1 − (2p + 5)/6) ln|R|.</param>
/// <param name="DegreesOfFreedom">p(p − 1)/2.</param>
/// <param name="PValue">Probability of at least this statistic if no items correlated, 0–1.</param>
public sealed record SamplingAdequacy(double Kmo, IReadOnlyList<double> ItemKmo, double ChiSquare, int DegreesOfFreedom, double PValue)
{
    /// <summary>Kaiser (1974), Psychometrika 39, 31–36; Bartlett (1950), British Journal of Psychology 3, 77–85.</summary>
    /// <param name="correlations">Correlations R of the items.</param>
    /// <param name="respondents">Number of respondents, the effective number where they are weighted.</param>
    /// <returns>Null for a single item, for collinear items, or with too few respondents for the statistic.</returns>
    public static SamplingAdequacy? Of(double[,] correlations, double respondents)
    {
        var p = correlations.GetLength(0);
        var matrix = Matrix<double>.Build.DenseOfArray(correlations);
        var factor = respondents - 1 - (((2.0 * p) + 5) / 6);
        var determinant = matrix.Determinant();
        if (p < 2 || !(determinant > 1e-300) || !(factor > 0) || !(matrix.Evd(Symmetricity.Symmetric).EigenValues.Min(e => e.Real) > 1e-10))
        {
            return null;
        }

        var inverse = matrix.Inverse();
        var (all, partials) = (new double[p], new double[p]);
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < p; j++)
            {
                var partial = inverse[i, j] / Math.Sqrt(inverse[i, i] * inverse[j, j]);
                all[i] += i == j ? 0 : correlations[i, j] * correlations[i, j];
                partials[i] += i == j ? 0 : partial * partial;
            }
        }

        // Items that correlate with nothing have no adequacy: 0, not 0/0.
        static double Share(double one, double two) => one + two > 0 ? one / (one + two) : 0;
        var freedom = p * (p - 1) / 2;
        var statistic = -factor * Math.Log(determinant);
        return new SamplingAdequacy(
            Share(all.Sum(), partials.Sum()), [.. all.Zip(partials, Share)], statistic, freedom,
            statistic > 0 ? SpecialFunctions.GammaUpperRegularized(freedom / 2.0, statistic / 2) : 1);
    }
}
