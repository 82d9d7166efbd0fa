using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Statistics;
using Analytics.Statistics.Drivers;
using Analytics.Study.Models;

namespace Analytics.Study.Sections.Satisfaction;

/// <summary>What to improve first: from the model where the gate lets it through, else from derived importance.</summary>
internal static class ImprovementStudy
{
    /// <summary>The section; null, with a note, where neither model nor drivers give an importance.</summary>
    public static ImprovementSection? Of(
        SurveySample sample,
        SampleWeights weights,
        ModelDefinition? definition,
        ModelStudy? study,
        SatisfactionModel? model,
        string? overall,
        List<NotComputed> notes)
    {
        if (model is { IsHeldBack: true })
        {
            notes.Add(new NotComputed("satisfaction:effects", AbsenceReasons.ModelHeldBack));
        }

        var table = sample.ScaledTable(sample.Own, weights.Values);
        if (DriverChoice.Of(table.Items, definition, overall) is not { } choice)
        {
            notes.Add(new NotComputed("improvement", AbsenceReasons.NotEstimable));
            return null;
        }

        var drivers = new DriverMap(table, choice, sample.Input.Settings);
        var segments = Segments(sample, drivers, notes);
        return model is { IsHeldBack: false } && study!.Map is { } map
            ? FromModel(drivers, map, segments, notes)
            : FromDrivers(drivers, definition?.Target ?? choice.Target, segments, notes);
    }

    private static ImprovementSection FromModel(DriverMap part, ImportanceMap map, IReadOnlyList<SegmentPriorities> segments, List<NotComputed> notes)
    {
        double[] effects = [.. part.Choice.Drivers.Select(d => map.Items.Where(i => i.Name == d).Sum(i => i.Importance))];
        var drivers = Compared(part, effects, "satisfaction:drivers", notes);
        var items = map.Items.Select(i => i with { PerformanceInterval = part.Score(i.Name)?.Interval }).ToList();
        return new ImprovementSection(
            map.Target,
            ImportanceBasis.Model,
            part.CutName,
            part.Map(map.Constructs, _ => null),
            part.Map(items, part.Choice.ConstructOf),
            drivers is null ? [] : DriverMap.Shares(drivers, effects),
            segments);
    }

    private static ImprovementSection? FromDrivers(DriverMap part, string target, IReadOnlyList<SegmentPriorities> segments, List<NotComputed> notes) =>
        Compared(part, null, "improvement", notes) is { } drivers
            ? new ImprovementSection(
                target,
                ImportanceBasis.Drivers,
                part.CutName,
                null,
                part.Map(part.Points(drivers), part.Choice.ConstructOf),
                DriverMap.Shares(drivers, null),
                segments)
            : null;

    private static KeyDrivers? Compared(DriverMap part, IReadOnlyList<double>? effects, string subject, List<NotComputed> notes)
    {
        try
        {
            return part.Drivers(effects);
        }
        catch (NotEstimableException fault)
        {
            notes.Add(new NotComputed(subject, DriverMap.Reason(fault)));
            return null;
        }
    }

    private static List<SegmentPriorities> Segments(SurveySample sample, DriverMap whole, List<NotComputed> notes)
    {
        var found = new List<SegmentPriorities>();
        foreach (var column in sample.Input.Settings.Satisfaction.SegmentBy)
        {
            var labels = sample.Labels(column, sample.Own);
            var maps = SegmentMaps.Of(whole, column, labels);
            found.AddRange(maps);
            if (maps.Count == 0)
            {
                notes.Add(
                    new NotComputed(
                        $"satisfaction:segment:{column.Column}",
                        Array.TrueForAll(labels, l => l.Length == 0) ? AbsenceReasons.NoSubscriberLink : AbsenceReasons.TooFewRespondents));
            }
        }

        return found;
    }
}
