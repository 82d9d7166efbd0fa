namespace Analytics.Statistics.Weights;

/// <summary>
/// Raking, or iterative proportional fitting (Deming and Stephan 1940, Annals of Mathematical Statistics 11, 427–444), with trimming inside
/// the rounds (Izrael, Battaglia and Frankel 2009): the margins are met as well as the bounds allow.
/// </summary>
public static class Raking
{
    /// <summary>Weights respondents so that every margin has the population's shares.</summary>
    /// <param name="respondents">Number of respondents.</param>
    /// <param name="margins">Margins; their populations need not have the same total, only shares count.</param>
    /// <param name="settings">How.</param>
    /// <param name="start">Design weights to start from; null for 1.</param>
    /// <exception cref="NotEstimableException">AN7022: a margin does not fit the respondents.</exception>
    /// <exception cref="ArgumentException">Lengths differ, or there is no respondent.</exception>
    public static RakingResult Of(int respondents, IReadOnlyList<RakingMargin> margins, RakingSettings settings, IReadOnlyList<double>? start = null)
    {
        if (respondents < 1 || margins.Any(m => m.Categories.Count != respondents) || (start is not null && start.Count != respondents))
        {
            throw new ArgumentException("Margins and starting weights cover every respondent, and there is at least one.", nameof(respondents));
        }

        Require(margins);
        var weights = SurveyWeights.Of(start ?? [.. Enumerable.Repeat(1.0, respondents)]).Values.ToArray();
        var targets = margins.Select(Compile).ToList();
        var (rounds, deviation, trimmed) = (0, double.PositiveInfinity, 0);
        for (; rounds < settings.MaximumRounds && !(deviation <= settings.Tolerance); rounds++)
        {
            // Margins in the order given: with a bound on weights the last one is met best.
            foreach (var (category, share) in targets)
            {
                Fit(weights, category, share);
            }

            trimmed = Trim(weights, settings);
            deviation = targets.Max(t => Deviation(weights, t.Category, t.Share));
        }

        return new RakingResult(SurveyWeights.Of(weights), deviation <= settings.Tolerance, rounds, deviation, trimmed);
    }

    private static void Require(IReadOnlyList<RakingMargin> margins)
    {
        var faults = new List<string>();
        foreach (var margin in margins)
        {
            var present = margin.Categories.Where(c => c is not null).Select(c => c!).ToHashSet();
            faults.AddRange(margin.Population.Where(p => p.Value > 0 && !present.Contains(p.Key)).Select(p => $"{margin.Name} '{p.Key}' has no respondents"));
            faults.AddRange(
                present.Where(c => !margin.Population.TryGetValue(c, out var p) || !(p > 0) || double.IsInfinity(p))
                    .Select(c => $"{margin.Name} '{c}' has respondents but no population"));
        }

        if (faults.Count > 0)
        {
            throw new NotEstimableException(
                "AN7022",
                $"Margins do not fit the respondents: {string.Join("; ", faults)}.",
                "Join categories that are too small, and give the subscribers of every category.",
                NotEstimableReason.MarginsDoNotFit);
        }
    }

    private static (int[] Category, double[] Share) Compile(RakingMargin margin)
    {
        var names = margin.Population.Where(p => p.Value > 0).Select(p => p.Key).ToList();
        var total = names.Sum(n => margin.Population[n]);
        var index = names.Select((name, i) => (name, i)).ToDictionary(x => x.name, x => x.i);
        return ([.. margin.Categories.Select(c => c is null ? -1 : index[c])], [.. names.Select(n => margin.Population[n] / total)]);
    }

    private static double[] Sums(double[] weights, int[] category, int categories)
    {
        var sums = new double[categories];
        for (var i = 0; i < weights.Length; i++)
        {
            if (category[i] >= 0)
            {
                sums[category[i]] += weights[i];
            }
        }

        return sums;
    }

    private static void Fit(double[] weights, int[] category, double[] share)
    {
        var sums = Sums(weights, category, share.Length);
        var total = sums.Sum();
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] *= category[i] >= 0 && sums[category[i]] > 0 ? share[category[i]] * total / sums[category[i]] : 1;
        }
    }

    private static double Deviation(double[] weights, int[] category, double[] share)
    {
        var sums = Sums(weights, category, share.Length);
        var total = sums.Sum();
        return sums.Select((sum, c) => Math.Abs((sum / total) - share[c])).Max();
    }

    /// <summary>Cuts weights to the bounds and gives what was cut to those between them, so that the mean the bounds are multiples of stays.</summary>
    private static int Trim(double[] weights, RakingSettings settings)
    {
        var (total, used) = (weights.Sum(), weights.Count(w => w > 0));
        var (high, low) = (settings.MaximumRatio * total / used ?? double.PositiveInfinity, settings.MinimumRatio * total / used ?? 0);
        for (var trimmed = -1; ;)
        {
            var (bound, free) = (0.0, 0.0);
            var now = 0;
            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] = weights[i] == 0 ? 0 : Math.Clamp(weights[i], low, high);
                var atBound = weights[i] > 0 && (weights[i] == high || weights[i] == low);
                now += atBound ? 1 : 0;
                (bound, free) = atBound ? (bound + weights[i], free) : (bound, free + weights[i]);
            }

            if (now == trimmed || now == 0 || free <= 0)
            {
                return now;
            }

            trimmed = now;
            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] *= weights[i] > 0 && weights[i] != high && weights[i] != low ? (total - bound) / free : 1;
            }
        }
    }
}
