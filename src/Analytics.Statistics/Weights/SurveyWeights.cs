namespace Analytics.Statistics.Weights;

/// <summary>Weights of respondents and what they cost.</summary>
/// <param name="Values">One weight per respondent, with mean 1 over those above 0.</param>
/// <param name="EffectiveRespondents">(Σw)²/Σw² (Kish 1965): equally weighted respondents that would be as precise.</param>
/// <param name="DesignEffect">1 + cv²(w): how much variances grow by weighting, 1 or more.</param>
public sealed record SurveyWeights(IReadOnlyList<double> Values, double EffectiveRespondents, double DesignEffect)
{
    /// <summary>Normalises weights to mean 1 and measures them.</summary>
    /// <param name="weights">Weights, 0 or more, finite, at least one above 0.</param>
    /// <exception cref="ArgumentException">A weight is negative or not finite, or all are 0.</exception>
    public static SurveyWeights Of(IReadOnlyList<double> weights)
    {
        if (weights.Any(w => !(w >= 0) || double.IsInfinity(w)) || weights.All(w => w == 0))
        {
            throw new ArgumentException("Weights are finite, 0 or more, and at least one is above 0.", nameof(weights));
        }

        var used = weights.Count(w => w > 0);
        var mean = weights.Sum() / used;
        double[] normalised = [.. weights.Select(w => w / mean)];
        var squares = normalised.Sum(w => w * w);
        return new SurveyWeights(normalised, (double)used * used / squares, squares / used);
    }
}
