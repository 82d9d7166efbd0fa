using System.Runtime.CompilerServices;

namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>Cholesky decomposition of small symmetric matrices, in place and without allocation (row-major, lower triangle).</summary>
internal static class SmallCholesky
{
    /// <summary>A pivot below this share of its diagonal counts as 0: the columns are collinear.</summary>
    public const double Singular = 1e-10;

    /// <summary>Factors the leading <paramref name="size"/> rows of <paramref name="matrix"/> into its lower triangle.</summary>
    /// <returns>False where the matrix is not positive definite.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Factor(Span<double> matrix, int size)
    {
        for (var j = 0; j < size; j++)
        {
            var diagonal = matrix[(j * size) + j];
            var pivot = diagonal;
            for (var k = 0; k < j; k++)
            {
                pivot -= matrix[(j * size) + k] * matrix[(j * size) + k];
            }

            if (!(pivot > Singular * Math.Abs(diagonal)) || double.IsInfinity(pivot))
            {
                return false;
            }

            var root = Math.Sqrt(pivot);
            matrix[(j * size) + j] = root;
            for (var i = j + 1; i < size; i++)
            {
                var sum = matrix[(i * size) + j];
                for (var k = 0; k < j; k++)
                {
                    sum -= matrix[(i * size) + k] * matrix[(j * size) + k];
                }

                matrix[(i * size) + j] = sum / root;
            }
        }

        return true;
    }

    /// <summary>Solves in place with a factor of <see cref="Factor"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Solve(ReadOnlySpan<double> factor, int size, Span<double> target)
    {
        for (var i = 0; i < size; i++)
        {
            var sum = target[i];
            for (var k = 0; k < i; k++)
            {
                sum -= factor[(i * size) + k] * target[k];
            }

            target[i] = sum / factor[(i * size) + i];
        }

        for (var i = size - 1; i >= 0; i--)
        {
            var sum = target[i];
            for (var k = i + 1; k < size; k++)
            {
                sum -= factor[(k * size) + i] * target[k];
            }

            target[i] = sum / factor[(i * size) + i];
        }
    }

    /// <summary>
    /// Regression of variable <paramref name="of"/> on variables <paramref name="on"/> from their covariances.
    /// </summary>
    /// <param name="covariance">Covariances, row-major.</param>
    /// <param name="stride">Row length of <paramref name="covariance"/>.</param>
    /// <param name="on">Regressors.</param>
    /// <param name="of">Explained variable.</param>
    /// <param name="scratch">At least the square of the number of regressors; holds the factor afterwards.</param>
    /// <param name="coefficients">Receives the coefficients.</param>
    /// <returns>False where the regressors are collinear.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Regress(ReadOnlySpan<double> covariance, int stride, ReadOnlySpan<int> on, int of, Span<double> scratch, Span<double> coefficients)
    {
        var size = on.Length;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                scratch[(i * size) + j] = covariance[(on[i] * stride) + on[j]];
            }

            coefficients[i] = covariance[(on[i] * stride) + of];
        }

        if (!Factor(scratch, size))
        {
            return false;
        }

        Solve(scratch, size, coefficients);
        return true;
    }
}
