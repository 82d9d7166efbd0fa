namespace Analytics.Core.Settings;

/// <summary>How a report turns survey responses into an index, a model and priorities.</summary>
public sealed record SatisfactionSettings
{
    /// <summary>The value of <see cref="Model"/> that asks for no model.</summary>
    public const string NoModel = "None";

    /// <summary>
    /// Name of a model template or path of a model file; empty for the largest template whose items the survey asks, all of them;
    /// <see cref="NoModel"/> for none.
    /// </summary>
    public string Model { get; init; } = "";

    /// <summary>
    /// The model's text as it was read at start, so that the study reads no file and a changed file is a changed configuration; empty for automatic
    /// or none.
    /// </summary>
    public string ModelText { get; init; } = "";

    /// <summary>Periods that end with the report's, at most, that are pooled for the estimate and shown in the trend. 1–60.</summary>
    public int Waves { get; init; } = 13;

    /// <summary>Valid responses of the own operator from which the report's own period carries the estimate alone; with fewer all waves are pooled.</summary>
    public int WaveRespondents { get; init; } = 1000;

    /// <summary>Valid responses of the own operator below which no model is estimated; never fewer than the minimum cell.</summary>
    public int MinimumRespondents { get; init; } = 100;

    /// <summary>Share of the model's items a response must answer to count, 0–1. Without a model a single answer is enough.</summary>
    public double MinimumAnswered { get; init; } = 0.8;

    /// <summary>Answers from which the same answer throughout does not count.</summary>
    public int StraightLineItems { get; init; } = 8;

    /// <summary>Where weights come from.</summary>
    public SurveyWeighting Weights { get; init; }

    /// <summary>Columns whose shares in the base raking restores: those of them the base and the responses have.</summary>
    public IReadOnlyList<SegmentDefinition> Margins { get; init; } = Default("brand", "region", "age");

    /// <summary>Raked weights above this multiple of their mean are cut to it, above 1.</summary>
    public double MaximumWeight { get; init; } = 5;

    /// <summary>Bootstrap resamples of the model.</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>Bootstrap resamples of the derived importance of items.</summary>
    public int DriverResamples { get; init; } = 200;

    /// <summary>Whether a model that misses a blocking test of the reliability and validity gate gives indices only.</summary>
    public bool HoldBack { get; init; } = true;

    /// <summary>Where quadrants are cut.</summary>
    public PriorityCut Cut { get; init; }

    /// <summary>
    /// Cut of importance with <see cref="PriorityCut.Targets"/>: points of the index per point, or share of explained variance where importance comes
    /// from drivers.
    /// </summary>
    public double ImportanceTarget { get; init; } = 0.1;

    /// <summary>Cut of performance with <see cref="PriorityCut.Targets"/>, 0–100.</summary>
    public double PerformanceTarget { get; init; } = 80;

    /// <summary>Columns in whose bands priorities are shown apart.</summary>
    public IReadOnlyList<SegmentDefinition> SegmentBy { get; init; } = Default("arpu", "age");

    /// <summary>Valid responses below which a band has no priorities of its own; never fewer than the minimum cell.</summary>
    public int SegmentRespondents { get; init; } = 100;

    /// <summary>Items compared between brands and operators; empty for the overall item and the model's constructs.</summary>
    public IReadOnlyList<string> BrandItems { get; init; } = [];

    private static SegmentDefinition[] Default(params string[] columns) =>
        [.. columns.Select(column => StudySettings.DefaultSegments.First(s => s.Column == column))];
}
