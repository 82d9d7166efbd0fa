namespace Analytics.Statistics.Reliability;

/// <summary>Reliability of the score of a construct.</summary>
public static class CompositeReliability
{
    /// <summary>ρC = (Σλ)²/((Σλ)² + Σ(1 − λ²)) (Jöreskog 1971; Dillon and Goldstein 1987).</summary>
    /// <param name="loadings">Standardised loadings.</param>
    /// <returns>0–1 for loadings within −1…1; null for a single loading.</returns>
    public static double? RhoC(IReadOnlyList<double> loadings)
    {
        var (sum, errors) = (loadings.Sum(), loadings.Sum(l => 1 - (l * l)));
        return loadings.Count < 2 ? null : sum * sum / ((sum * sum) + errors);
    }

    /// <summary>ρA = (w′w)² · w′(S − diag S)w / w′(ww′ − diag ww′)w (Dijkstra and Henseler 2015, equation 3).</summary>
    /// <param name="weights">Weights of standardised items in a score of variance 1.</param>
    /// <param name="correlations">Correlations S of the items.</param>
    /// <returns>Usually 0–1; null for a single item, or where a weight pattern has no off-diagonal part.</returns>
    public static double? RhoA(IReadOnlyList<double> weights, double[,] correlations)
    {
        var (squares, observed, implied) = (0.0, 0.0, 0.0);
        for (var i = 0; i < weights.Count; i++)
        {
            squares += weights[i] * weights[i];
            for (var j = 0; j < weights.Count; j++)
            {
                observed += i == j ? 0 : weights[i] * weights[j] * correlations[i, j];
                implied += i == j ? 0 : weights[i] * weights[i] * weights[j] * weights[j];
            }
        }

        return implied > 0 ? squares * squares * observed / implied : null;
    }

    /// <summary>Average variance extracted: mean squared loading (Fornell and Larcker 1981, Journal of Marketing Research 18, 39–50).</summary>
    /// <param name="loadings">Standardised loadings.</param>
    /// <returns>0–1; null for a single loading.</returns>
    public static double? AverageVarianceExtracted(IReadOnlyList<double> loadings) => loadings.Count < 2 ? null : loadings.Average(l => l * l);
}
