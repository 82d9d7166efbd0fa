using Analytics.Core.Reports.Satisfaction;
using Analytics.Core.Settings;
using Analytics.Statistics;
using Analytics.Statistics.Disclosure;
using Analytics.Statistics.PathModels.Specify;
using Analytics.Study.Models;
using Analytics.Study.Sections.Survey;

namespace Analytics.Study.Sections.Satisfaction;

/// <summary>What to improve first within the bands of a column: importance from drivers, because a band is small for a model of its own.</summary>
public static class SegmentMaps
{
    /// <summary>Maps of the bands that have enough respondents.</summary>
    /// <param name="table">Answers with scales; respondents of weight 0 are left out.</param>
    /// <param name="definition">The model, whose constructs say which items may drive the target; null for all items.</param>
    /// <param name="column">Column and bands.</param>
    /// <param name="labels">Label or band of each respondent; empty where it is not known.</param>
    /// <param name="settings">Smallest band, levels, cuts.</param>
    /// <returns>In the order of the bands; empty where none has enough respondents or the items cannot be compared.</returns>
    public static IReadOnlyList<SegmentPriorities> Of(
        ItemTable table, ModelDefinition? definition, SegmentDefinition column, IReadOnlyList<string> labels, StudySettings settings)
    {
        var overall = SurveyItemNames.Overall(table.Items, settings.OverallItem);
        return DriverChoice.Of(table.Items, definition, overall) is { } choice ? Of(new DriverMap(table, choice, settings), column, labels) : [];
    }

    internal static IReadOnlyList<SegmentPriorities> Of(DriverMap whole, SegmentDefinition column, IReadOnlyList<string> labels)
    {
        var settings = whole.Settings;
        int[] counted = [.. Enumerable.Range(0, labels.Count).Where(i => whole.Table.Weights is null || whole.Table.Weights[i] > 0)];
        var bands = SurveyColumns.Order(column, counted.Select(i => labels[i]));
        int[][] members = [.. bands.Select(b => counted.Where(i => labels[i] == b).ToArray())];
        var shown = SmallGroups.Shown(
            [.. members.Select(m => m.Length)], counted.Length - members.Sum(m => m.Length), settings.Satisfaction.SegmentRespondents, settings.MinimumCell);
        return
        [
            .. Enumerable.Range(0, bands.Count)
                .Where(b => shown[b]).Select(b => Band(whole with { Table = whole.Table.Rows(members[b]) }, column.Column, bands[b]))
                .OfType<SegmentPriorities>()
        ];
    }

    private static SegmentPriorities? Band(DriverMap part, string column, string band)
    {
        try
        {
            var drivers = part.DriversOfPart();
            var target = ScoreFigures.Of(part.Score(part.Choice.Target), part.Settings.MinimumCell);
            return new SegmentPriorities(column, band, part.Table.Respondents, target, part.Map(part.Points(drivers), part.Choice.ConstructOf));
        }
        catch (NotEstimableException)
        {
            return null;
        }
    }
}
