using MathNet.Numerics.LinearAlgebra;

namespace Analytics.Statistics.Reliability;

/// <summary>Whether a block of items measures one thing.</summary>
/// <param name="Alpha">Standardised Cronbach's α; null for a single item.</param>
/// <param name="DillonGoldsteinRho">ρ from the loadings on the first principal component; null for a single item.</param>
/// <param name="FirstEigenvalue">Largest eigenvalue of the correlations; 1 for a single item.</param>
/// <param name="SecondEigenvalue">Second eigenvalue: should be below 1; 0 for a single item.</param>
public sealed record Unidimensionality(double? Alpha, double? DillonGoldsteinRho, double FirstEigenvalue, double SecondEigenvalue)
{
    /// <summary>Looks at a block (Tenenhaus et al. 2005, Computational Statistics and Data Analysis 48, section 3).</summary>
    /// <param name="correlations">Correlations of its items.</param>
    public static Unidimensionality Of(double[,] correlations)
    {
        if (correlations.GetLength(0) == 1)
        {
            return new Unidimensionality(null, null, 1, 0);
        }

        var spectrum = Matrix<double>.Build.DenseOfArray(correlations).Evd(Symmetricity.Symmetric);
        var order = Enumerable.Range(0, correlations.GetLength(0)).OrderByDescending(i => spectrum.EigenValues[i].Real).ToArray();
        var (first, second) = (spectrum.EigenValues[order[0]].Real, spectrum.EigenValues[order[1]].Real);
        var loadings = spectrum.EigenVectors.Column(order[0]).Select(v => v * Math.Sqrt(first)).ToArray();
        return new Unidimensionality(CronbachAlpha.Of(correlations), CompositeReliability.RhoC(loadings), first, second);
    }
}
