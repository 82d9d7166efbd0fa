namespace Analytics.Statistics.Scores;

/// <summary>Moments of weighted answers.</summary>
/// <param name="N">Answers of weight above 0.</param>
/// <param name="EffectiveN">(Σw)²/Σw².</param>
/// <param name="Mean">Weighted mean.</param>
/// <param name="Deviation">Weighted standard deviation, divisor Σw(1 − 1/n).</param>
internal readonly record struct WeightedSample(int N, double EffectiveN, double Mean, double Deviation)
{
    public static WeightedSample Of(IReadOnlyList<double> answers, IReadOnlyList<double>? weights)
    {
        var (n, total, squares, sum) = (0, 0.0, 0.0, 0.0);
        for (var i = 0; i < answers.Count; i++)
        {
            var weight = Weight(answers, weights, i);
            n += weight > 0 ? 1 : 0;
            total += weight;
            squares += weight * weight;
            sum += weight > 0 ? weight * answers[i] : 0;
        }

        var mean = sum / total;
        var spread = 0.0;
        for (var i = 0; i < answers.Count; i++)
        {
            var weight = Weight(answers, weights, i);
            spread += weight > 0 ? weight * (answers[i] - mean) * (answers[i] - mean) : 0;
        }

        return n == 0 ? default : new WeightedSample(n, total * total / squares, mean, n > 1 ? Math.Sqrt(spread / total * n / (n - 1)) : 0);
    }

    /// <summary>Weight of an answer; 0 where it is missing.</summary>
    public static double Weight(IReadOnlyList<double> answers, IReadOnlyList<double>? weights, int i)
    {
        var weight = weights?[i] ?? 1;
        return !(weight >= 0) || double.IsInfinity(weight)
            ? throw new ArgumentException($"The weight {weight} is not a finite number of 0 or more.", nameof(weights))
            : double.IsNaN(answers[i]) ? 0 : weight;
    }
}
