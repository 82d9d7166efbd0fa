using Analytics.Core.Canonical;

namespace Analytics.Statistics.Scores;

/// <summary>What is wrong with a published summary of answers.</summary>
public enum PublishedFault
{
    /// <summary>The lowest or highest value lies outside the scale.</summary>
    RangeOffScale,

    /// <summary>The mean lies outside the scale, or outside the lowest and highest value.</summary>
    MeanOutOfRange,

    /// <summary>No answers on the scale with this mean have a deviation as large.</summary>
    DeviationTooLarge,

    /// <summary>So many whole answers cannot have this mean (Brown and Heathers 2017, the GRIM test).</summary>
    MeanImpossible,
}

/// <summary>Checks a published mean against its scale and number of answers, as the operator's survey of 2009 would have needed.</summary>
public static class PublishedMeanCheck
{
    /// <summary>Lists what is wrong.</summary>
    /// <param name="scale">Theoretical scale.</param>
    /// <param name="mean">Published mean.</param>
    /// <param name="decimals">Decimals it is published with, 0–10.</param>
    /// <param name="deviation">Published standard deviation; null where there is none.</param>
    /// <param name="lowest">Published lowest value; null where there is none.</param>
    /// <param name="highest">Published highest value; null where there is none.</param>
    /// <param name="answers">Whole-number answers behind the mean (respondents × items averaged); null where it is not known.</param>
    /// <returns>Faults; empty where nothing speaks against the figures.</returns>
    public static IReadOnlyList<PublishedFault> Of(
        ItemScale scale, double mean, int decimals, double? deviation = null, double? lowest = null, double? highest = null, long? answers = null)
    {
        var faults = new List<PublishedFault>();
        var half = 0.5 * Math.Pow(10, -decimals) * (1 + 1e-9);
        if (lowest < scale.Minimum - half || highest > scale.Maximum + half)
        {
            faults.Add(PublishedFault.RangeOffScale);
        }

        if (mean < scale.Minimum - half || mean > scale.Maximum + half || mean < lowest - half || mean > highest + half)
        {
            faults.Add(PublishedFault.MeanOutOfRange);
        }

        var (low, high) = (Math.Max(lowest ?? scale.Minimum, scale.Minimum), Math.Min(highest ?? scale.Maximum, scale.Maximum));
        var correction = answers > 1 ? answers.Value / (answers.Value - 1.0) : 1;
        if (deviation is { } d && d * d > Math.Max(0, (high - mean + half) * (mean - low + half)) * correction)
        {
            faults.Add(PublishedFault.DeviationTooLarge);
        }

        if (answers is { } n && n > 0 && Math.Abs((Math.Round(mean * n) / n) - mean) > half)
        {
            faults.Add(PublishedFault.MeanImpossible);
        }

        return faults;
    }
}
