using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Jobs.Configuration;

namespace Analytics.Jobs.Delivery;

/// <summary>Filters as settings write them: <c>region=武汉|宜昌; brand=全球通</c>.</summary>
internal static class ScopeText
{
    /// <summary>Reads the filters; none from empty text.</summary>
    /// <exception cref="FormatException">A part is not <c>column=value</c>, or names no column of labels.</exception>
    public static IReadOnlyList<Filter> Parse(string text) => [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Filter)];

    private static Filter Filter(string part)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        var values = equals < 1 ? [] : part[(equals + 1)..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (values.Length == 0)
        {
            throw new FormatException($"'{part}' is not column=value; write for example region=武汉|宜昌; brand=全球通.");
        }

        var name = part[..equals].Trim();
        return StudyColumns.Resolve(name) is { } column && StudyColumns.Dimensions.Contains(column)
            ? new Filter(column, values)
            : throw new FormatException($"there is no column of labels '{name}'.{NearestName.Hint(name, StudyColumns.Dimensions)}");
    }
}
