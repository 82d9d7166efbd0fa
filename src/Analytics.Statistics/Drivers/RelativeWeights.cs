using MathNet.Numerics.LinearAlgebra;

namespace Analytics.Statistics.Drivers;

/// <summary>
/// Johnson's relative weights (2000, Multivariate Behavioral Research 35, 1–19): drivers are replaced by the uncorrelated variables nearest to
/// them, Λ = R^½, and what those explain is given back: ε = Λ² β*², β* = Λ⁻¹ r.
/// </summary>
public static class RelativeWeights
{
    /// <summary>Shares R² out.</summary>
    /// <param name="correlations">Correlations of the drivers, then the target in the last row and column.</param>
    /// <returns>One part per driver, 0 or more; they add up to R². Null where drivers are collinear.</returns>
    public static double[]? Of(double[,] correlations)
    {
        var p = correlations.GetLength(0) - 1;
        var spectrum = Matrix<double>.Build.Dense(p, p, (i, j) => correlations[i, j]).Evd(Symmetricity.Symmetric);
        var values = spectrum.EigenValues.Select(v => v.Real).ToArray();
        if (values.Min() < 1e-10)
        {
            return null;
        }

        Matrix<double> Power(double exponent) =>
            spectrum.EigenVectors * Matrix<double>.Build.DiagonalOfDiagonalArray(
                [.. values.Select(v => Math.Pow(v, exponent))]) * spectrum.EigenVectors.Transpose();
        var loadings = Power(0.5);
        var slopes = Power(-0.5) * Vector<double>.Build.Dense(p, i => correlations[i, p]);
        return (loadings.PointwisePower(2) * slopes.PointwisePower(2)).ToArray();
    }
}
