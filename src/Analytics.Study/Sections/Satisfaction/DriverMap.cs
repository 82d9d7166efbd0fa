using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Core.Settings;
using Analytics.Statistics;
using Analytics.Statistics.Drivers;
using Analytics.Statistics.Intervals;
using Analytics.Statistics.PathModels.Specify;
using Analytics.Statistics.Scores;

namespace Analytics.Study.Sections.Satisfaction;

/// <summary>Derived importance and performance of the items over one set of respondents.</summary>
/// <param name="Table">Answers with scales and weights; respondents of weight 0 are left out.</param>
/// <param name="Choice">Target and drivers, all of them items of the table.</param>
/// <param name="Settings">Levels, cuts, seed.</param>
internal sealed record DriverMap(ItemTable Table, DriverChoice Choice, StudySettings Settings)
{
    private const int Orders = 2000;
    private const int ResampleOrders = 200;
    private const int SegmentResamples = 100;
    private const int SegmentResampleOrders = 50;

    /// <summary>Name of the cut as reports state it.</summary>
    public string CutName => Settings.Satisfaction.Cut.ToString().ToLowerInvariant();

    /// <summary>Compares the drivers of the whole sample.</summary>
    /// <param name="effects">Their effects in a model; null for none.</param>
    /// <exception cref="NotEstimableException">AN7031: they cannot be compared.</exception>
    public KeyDrivers Drivers(IReadOnlyList<double>? effects) =>
        Drivers(effects, new DriverSettings { Resamples = Settings.Satisfaction.DriverResamples, ResampleOrders = ResampleOrders });

    /// <summary>Compares the drivers of a part of the sample: fewer resamples, no intervals for Johnson's weights.</summary>
    /// <exception cref="NotEstimableException">AN7031: they cannot be compared.</exception>
    public KeyDrivers DriversOfPart() =>
        Drivers(
            null,
            new DriverSettings
            {
                Resamples = Math.Min(SegmentResamples, Settings.Satisfaction.DriverResamples),
                ResampleOrders = SegmentResampleOrders,
                JohnsonIntervals = false,
            });

    /// <summary>Why drivers could not be compared.</summary>
    public static string Reason(NotEstimableException fault) =>
        fault.Reason == NotEstimableReason.TooFewRespondents ? AbsenceReasons.TooFewRespondents : AbsenceReasons.NotEstimable;

    /// <summary>Score of an item; null where nobody answered it.</summary>
    public ScoreEstimate? Score(string item) =>
        Position(item) is var at and >= 0 ? ScoreFigures.Score(Table.Columns[at], Table.Weights, Table.Scales![at], Settings) : null;

    /// <summary>The drivers as points: share of explained variance against score.</summary>
    public IReadOnlyList<ImportancePoint> Points(KeyDrivers drivers) => drivers.RSquared <= 0 ? [] : [.. from driver in drivers.Drivers
        let score = Score(driver.Driver)
        where score is not null
        select new ImportancePoint(driver.Driver, driver.Lmg / drivers.RSquared, score.Score, ShareOf(driver.LmgInterval, drivers.RSquared), score.Interval)];

    /// <summary>Places points and ranks them.</summary>
    /// <param name="points">Points.</param>
    /// <param name="constructOf">Construct of an item, or null.</param>
    public ImprovementMap Map(IReadOnlyList<ImportancePoint> points, Func<string, string?> constructOf)
    {
        var settings = Settings.Satisfaction;
        var kind = settings.Cut switch { PriorityCut.Medians => CutKind.Medians, PriorityCut.Targets => CutKind.Targets, _ => CutKind.Means };
        var placed = ImportancePerformance.Of(points, new ImportanceCut(kind, settings.ImportanceTarget, settings.PerformanceTarget));
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
                constructOf(p.Point.Name) is { } construct
                    ? 1 + placed.Points.Count(other => constructOf(other.Point.Name) == construct && other.Priority > p.Priority)
                    : null))]);
    }

    /// <summary>Shares of explained variance by two methods beside the model's.</summary>
    /// <param name="drivers">The comparison.</param>
    /// <param name="effects">Effect of each driver in the model; null without one.</param>
    public static IReadOnlyList<DriverShare> Shares(KeyDrivers drivers, IReadOnlyList<double>? effects)
    {
        var (sum, whole) = (effects?.Sum(e => Math.Max(0, e)) ?? 0, drivers.RSquared);
        return whole <= 0 ? [] : [.. drivers.Drivers.Select((d, i) => new DriverShare(
            d.Driver,
            ScoreFigures.Of(d.Lmg / whole, ShareOf(d.LmgInterval, whole)),
            ScoreFigures.Of(d.Johnson / whole, ShareOf(d.JohnsonInterval, whole)),
            sum > 0 ? Math.Max(0, effects![i]) / sum : null,
            d.Disagrees))];
    }

    private KeyDrivers Drivers(IReadOnlyList<double>? effects, DriverSettings how) => KeyDrivers.Of(
        Choice.Drivers,
        [.. Choice.Drivers.Select(d => Table.Columns[Position(d)])],
        Table.Columns[Position(Choice.Target)],
        Table.Weights,
        how with { Orders = Orders, Seed = Settings.Seed, Level = Settings.ConfidenceLevel, DisagreementRanks = Math.Max(2, Choice.Drivers.Count / 3) },
        effects);

    private int Position(string item)
    {
        for (var i = 0; i < Table.Items.Count; i++)
        {
            if (Table.Items[i] == item)
            {
                return i;
            }
        }

        return -1;
    }

    private static ConfidenceInterval? ShareOf(ConfidenceInterval? interval, double whole) =>
        interval is { } i ? new ConfidenceInterval(i.Lower / whole, i.Upper / whole) : null;
}
