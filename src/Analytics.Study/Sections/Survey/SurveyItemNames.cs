namespace Analytics.Study.Sections.Survey;

/// <summary>What items are known by.</summary>
internal static class SurveyItemNames
{
    private static readonly string[] OverallNames = ["总体满意", "整体满意", "overall"];

    /// <summary>
    /// The item that stands for overall satisfaction: the configured one, else the first in ordinal order whose name says so, else the first; null
    /// without items.
    /// </summary>
    public static string? Overall(IEnumerable<string> items, string wanted)
    {
        string[] ordered = [.. items.Where(i => i.Length > 0).Order(StringComparer.Ordinal)];
        return wanted.Length > 0 ? wanted : ordered.FirstOrDefault(NamesOverallSatisfaction) ?? ordered.FirstOrDefault();
    }

    private static bool NamesOverallSatisfaction(string item) => OverallNames.Any(name => item.Contains(name, StringComparison.OrdinalIgnoreCase));
}
