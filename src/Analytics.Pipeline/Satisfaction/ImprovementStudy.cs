using Analytics.Core;
using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Core.Settings;
using Analytics.Pipeline.Models;
using Analytics.Statistics.Drivers;
using Analytics.Statistics.Intervals;

namespace Analytics.Pipeline.Satisfaction;

/// <summary>What to improve first: from the model where the gate lets it through, else from derived importance.</summary>
internal sealed class ImprovementStudy
{
    private const int Orders = 2000;
    private const int ResampleOrders = 200;
    private const int SegmentResampleOrders = 50;
    private readonly SurveySample _sample;
    private readonly SampleWeights _weights;
    private readonly DriverChoice _choice;
    private readonly List<NotComputed> _notes;

    private ImprovementStudy(SurveySample sample, SampleWeights weights, DriverChoice choice, List<NotComputed> notes) => (_sample, _weights, _choice, _notes) = (sample, weights, choice, notes);

    /// <summary>The section; null, with a note, where neither model nor drivers give an importance.</summary>
    public static ImprovementSection? Of(SurveySample sample, SampleWeights weights, ModelDefinition? definition, ModelStudy? study, SatisfactionModel? model, string? overall, List<NotComputed> notes)
    {
        if (model is { IsHeldBack: true })
        {
            notes.Add(new NotComputed("satisfaction:effects", AbsenceReasons.ModelHeldBack));
        }

        var map = model is { IsHeldBack: false } ? study!.Map : null;
        if (DriverChoice.Of(sample, definition, overall) is not { } choice)
        {
            notes.Add(new NotComputed("improvement", AbsenceReasons.NotEstimable));
            return null;
        }

        var part = new ImprovementStudy(sample, weights, choice, notes);
        return map is not null ? part.FromModel(map) : part.FromDrivers(definition?.Target);
    }

    private StudySettings Settings => _sample.Input.Settings;

    private ImprovementSection FromModel(ImportanceMap map)
    {
        var effects = map.Items.GroupBy(i => i.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(i => i.Importance), StringComparer.Ordinal);
        var drivers = Drivers(_sample.Own, _weights.Values, [.. _choice.Drivers.Select(d => effects.GetValueOrDefault(_sample.Items[d]))], "satisfaction:drivers");
        var items = map.Items.Select(i => i with { PerformanceInterval = Score(_sample.Find(i.Name), _sample.Own, _weights.Values)?.Interval }).ToList();
        return new ImprovementSection(
            map.Target,
            ImportanceBasis.Model,
            CutName,
            Map(map.Constructs, _ => null),
            Map(items, name => ConstructOf(name)),
            drivers is null ? [] : Shares(drivers, effects),
            Segments());
    }

    private ImprovementSection? FromDrivers(string? target)
    {
        if (Drivers(_sample.Own, _weights.Values, null, "improvement") is not { } drivers)
        {
            return null;
        }

        return new ImprovementSection(target ?? _sample.Items[_choice.Target], ImportanceBasis.Drivers, CutName, null, Map(Points(drivers, _sample.Own, _weights.Values), ConstructOf), Shares(drivers, null), Segments());
    }

    /// <summary>Maps of the items within the bands of the segment columns.</summary>
    private List<SegmentPriorities> Segments()
    {
        var found = new List<SegmentPriorities>();
        foreach (var definition in Settings.Satisfaction.SegmentBy)
        {
            var labels = _sample.Labels(definition, _sample.Own);
            var bands = SurveyColumns.Order(definition, labels);
            int[][] members = [.. bands.Select(b => Enumerable.Range(0, labels.Length).Where(i => labels[i] == b && _weights.Values[i] > 0).ToArray())];
            var shown = SmallGroups.Shown([.. members.Select(m => m.Length)], labels.Length - members.Sum(m => m.Length), Settings.Satisfaction.SegmentRespondents, Settings.MinimumCell);
            var before = found.Count;
            for (var b = 0; b < bands.Count; b++)
            {
                if (shown[b] && Segment(definition.Column, bands[b], members[b]) is { } segment)
                {
                    found.Add(segment);
                }
            }

            if (found.Count == before)
            {
                _notes.Add(new NotComputed($"satisfaction:segment:{definition.Column}", bands.Count == 0 ? AbsenceReasons.NoSubscriberLink : AbsenceReasons.TooFewRespondents));
            }
        }

        return found;
    }

    private SegmentPriorities? Segment(string column, string band, int[] members)
    {
        int[] rows = [.. members.Select(i => _sample.Own[i])];
        double[] weights = [.. members.Select(i => _weights.Values[i])];
        var drivers = Drivers(rows, weights, null, null);
        return drivers is null ? null : new SegmentPriorities(column, band, rows.Length, ScoreFigures.Of(Score(_choice.Target, rows, weights), Settings.MinimumCell), Map(Points(drivers, rows, weights), ConstructOf));
    }

    /// <summary>Derived importance over some respondents; null, with a note under the subject where one is given, where it cannot be derived.</summary>
    private KeyDrivers? Drivers(int[] rows, IReadOnlyList<double> weights, IReadOnlyList<double>? effects, string? subject)
    {
        var isWhole = subject is not null;
        var settings = new DriverSettings
        {
            Resamples = isWhole ? Settings.Satisfaction.DriverResamples : Math.Min(100, Settings.Satisfaction.DriverResamples),
            Orders = Orders,
            ResampleOrders = isWhole ? ResampleOrders : SegmentResampleOrders,
            JohnsonIntervals = isWhole,
            Seed = Settings.Seed,
            Level = Settings.ConfidenceLevel,
            DisagreementRanks = Math.Max(2, _choice.Drivers.Length / 3),
        };
        try
        {
            return KeyDrivers.Of([.. _choice.Drivers.Select(d => _sample.Items[d])], [.. _choice.Drivers.Select(d => _sample.Column(d, rows))], _sample.Column(_choice.Target, rows), weights, settings, effects);
        }
        catch (AnalyticsException fault) when (fault.Code == "AN7031")
        {
            if (isWhole)
            {
                _notes.Add(new NotComputed(subject!, fault.Problem.Contains("respondents", StringComparison.Ordinal) ? AbsenceReasons.TooFewRespondents : AbsenceReasons.NotEstimable));
            }

            return null;
        }
    }

    private List<ImportancePoint> Points(KeyDrivers drivers, int[] rows, IReadOnlyList<double> weights)
    {
        var points = new List<ImportancePoint>();
        for (var d = 0; d < _choice.Drivers.Length; d++)
        {
            if (Score(_choice.Drivers[d], rows, weights) is { } score && drivers.RSquared > 0)
            {
                var driver = drivers.Drivers[d];
                points.Add(new ImportancePoint(driver.Driver, driver.Lmg / drivers.RSquared, score.Score, Share(driver.LmgInterval, drivers.RSquared), score.Interval));
            }
        }

        return points;
    }

    private static List<DriverShare> Shares(KeyDrivers drivers, Dictionary<string, double>? effects)
    {
        var sum = effects?.Values.Where(e => e > 0).Sum() ?? 0;
        var whole = drivers.RSquared;
        return whole <= 0 ? [] : [.. drivers.Drivers.Select(d => new DriverShare(
            d.Driver,
            ScoreFigures.Of(d.Lmg / whole, Share(d.LmgInterval, whole)),
            ScoreFigures.Of(d.Johnson / whole, Share(d.JohnsonInterval, whole)),
            sum > 0 && effects!.TryGetValue(d.Driver, out var effect) ? Math.Max(0, effect) / sum : null,
            d.Disagrees))];
    }

    private ImprovementMap Map(IReadOnlyList<ImportancePoint> points, Func<string, string?> constructOf)
    {
        var settings = Settings.Satisfaction;
        var placed = ImportancePerformance.Of(points, new ImportanceCut(
            settings.Cut switch { PriorityCut.Medians => CutKind.Medians, PriorityCut.Targets => CutKind.Targets, _ => CutKind.Means }, settings.ImportanceTarget, settings.PerformanceTarget));
        return new ImprovementMap(
            placed.ImportanceCut,
            placed.PerformanceCut,
            [.. placed.Points.OrderBy(p => p.Rank).ThenBy(p => p.Point.Name, StringComparer.Ordinal).Select(p => new ImprovementPoint(
                p.Point.Name,
                constructOf(p.Point.Name),
                ScoreFigures.Of(p.Point.Importance, p.Point.ImportanceInterval),
                ScoreFigures.Of(p.Point.Performance, p.Point.PerformanceInterval),
                Enum.Parse<ImprovementQuadrant>(p.Quadrant.ToString()),
                p.IsBoundary,
                p.Priority,
                p.Rank,
                constructOf(p.Point.Name) is { } construct ? 1 + placed.Points.Count(other => constructOf(other.Point.Name) == construct && other.Priority > p.Priority) : null))]);
    }

    private string? ConstructOf(string item)
    {
        var at = Array.FindIndex(_choice.Drivers, d => _sample.Items[d] == item);
        return at < 0 ? null : _choice.Constructs[at];
    }

    private Statistics.Scores.ScoreEstimate? Score(int item, int[] rows, IReadOnlyList<double> weights) => item < 0 ? null : ScoreFigures.Score(_sample.Column(item, rows), weights, _sample.Scales[item], Settings);

    private static ConfidenceInterval? Share(ConfidenceInterval? interval, double whole) => interval is { } i ? new ConfidenceInterval(i.Lower / whole, i.Upper / whole) : null;

    private string CutName => Settings.Satisfaction.Cut.ToString().ToLowerInvariant();
}
