using Analytics.Core.CrossTabs;
using Analytics.Core.Settings;

namespace Analytics.Study.Sections.Satisfaction;

/// <summary>Columns of respondents as text or bands.</summary>
internal static class SurveyColumns
{
    /// <summary>Label or band of every respondent; empty where it is not known.</summary>
    public static string[] Labels(DataWindow respondents, SegmentDefinition definition)
    {
        if (respondents.Dimensions.TryGetValue(definition.Column, out var dimension))
        {
            return Array.ConvertAll(dimension.Keys, key => dimension.Labels[key]);
        }

        return respondents.Measures.TryGetValue(definition.Column, out var values) && definition.Bands is { } bands
            ? Array.ConvertAll(values, value => bands.Label(bands.IndexOf(value)))
            : [.. Enumerable.Repeat("", respondents.Rows)];
    }

    /// <summary>Labels in report order: bands as they are cut, others by number and then by name; unknown ones left out.</summary>
    public static IReadOnlyList<string> Order(SegmentDefinition definition, IEnumerable<string> labels)
    {
        var counts = labels.Where(l => l.Length > 0).CountBy(l => l, StringComparer.Ordinal).ToDictionary();
        return definition.Bands is { } bands
            ? [.. Enumerable.Range(0, bands.Count).Select(bands.Label).Where(counts.ContainsKey)]
            : [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key)];
    }
}
