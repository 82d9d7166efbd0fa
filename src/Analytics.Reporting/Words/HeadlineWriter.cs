using Analytics.Core.Reports;

namespace Analytics.Reporting.Words;

/// <summary>Puts a report's headlines into words: one template a key and language, from the resources.</summary>
public static class HeadlineWriter
{
    /// <summary>One sentence a headline, in the report's order; without the signal's mark.</summary>
    /// <exception cref="KeyNotFoundException">A headline has a key no template exists for.</exception>
    public static IReadOnlyList<string> Write(Report report, ReportWords words) => [.. report.Headlines.Select(headline => Sentence(headline, words))];

    /// <summary>One headline in words.</summary>
    /// <exception cref="KeyNotFoundException">No template exists for its key.</exception>
    public static string Sentence(Headline headline, ReportWords words) => HeadlineTemplate.Fill(words.Get("headline." + headline.Key), headline, words);
}
