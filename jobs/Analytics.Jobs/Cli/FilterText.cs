using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Jobs.Configuration;

namespace Analytics.Jobs.Cli;

/// <summary>Filters as <c>--where</c> writes them: <c>region=武汉|宜昌</c>.</summary>
internal static class FilterText
{
    /// <summary>Reads every <c>--where</c>; the same column twice keeps what both allow, as separate filters.</summary>
    /// <exception cref="AnalyticsException">AN1011: no equals sign or no value; AN1012: no such column; AN1013: a column of numbers.</exception>
    public static IReadOnlyList<Filter> Parse(IEnumerable<string> texts) => [.. texts.Select(Parse)];

    private static Filter Parse(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var values = equals < 1 ? [] : text[(equals + 1)..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (values.Length == 0)
        {
            throw new AnalyticsException(
                "AN1011",
                $"--where '{text}' is not column=value.",
                "Write for example --where region=武汉 or --where \"region=武汉|宜昌\".",
                FaultKind.Usage);
        }

        var name = text[..equals].Trim();
        var column = StudyColumns.Resolve(name)
            ?? throw new AnalyticsException(
                "AN1012",
                $"--where '{text}': there is no column '{name}'.{NearestName.Hint(name, StudyColumns.Dimensions)}",
                $"Columns are {string.Join(", ", StudyColumns.Dimensions)}.",
                FaultKind.Usage);
        return StudyColumns.Dimensions.Contains(column)
            ? new Filter(column, values)
            : throw new AnalyticsException(
                "AN1013",
                $"--where '{text}': '{column}' holds numbers, and filters compare labels.",
                $"Segment by it instead: analytics segment --by {column}.",
                FaultKind.Usage);
    }
}
