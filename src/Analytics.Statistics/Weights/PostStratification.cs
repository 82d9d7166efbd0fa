using Analytics.Core;

namespace Analytics.Statistics.Weights;

/// <summary>Post-stratification: w_h = (N_h/N)/(n_h/n), so that each stratum counts as much as in the population (Holt and Smith 1979).</summary>
public static class PostStratification
{
    /// <summary>Weights respondents by their stratum.</summary>
    /// <param name="strata">Stratum of each respondent.</param>
    /// <param name="population">Subscribers per stratum, 0 or more.</param>
    /// <returns>Weights; 0 for respondents of a stratum without population.</returns>
    /// <exception cref="AnalyticsException">AN7021: a stratum with population has no respondents, or one with respondents is unknown.</exception>
    public static SurveyWeights Of(IReadOnlyList<string> strata, IReadOnlyDictionary<string, double> population)
    {
        var counts = strata.CountBy(s => s).ToDictionary();
        var empty = population.Where(p => p.Value > 0 && !counts.ContainsKey(p.Key)).Select(p => p.Key).ToList();
        var unknown = counts.Keys.Where(s => !population.ContainsKey(s)).ToList();
        if (empty.Count + unknown.Count > 0 || population.Values.Any(p => !(p >= 0) || double.IsInfinity(p)))
        {
            throw new AnalyticsException(
                "AN7021",
                $"Strata do not fit the population: without respondents [{string.Join(", ", empty)}], without population [{string.Join(", ", unknown)}].",
                "Join strata that are too small, and give the subscribers of every stratum (a finite number, 0 or more).");
        }

        return SurveyWeights.Of([.. strata.Select(s => population[s] / counts[s])]);
    }
}
