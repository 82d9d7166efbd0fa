using System.Text.Json.Serialization;
using Analytics.Core.Reports.Satisfaction;

namespace Analytics.Core.Reports;

/// <summary>
/// Everything a period's report says, as pure data: the workbook, the charts, the portal, the notebooks and the mail all read this
/// one object, so they cannot disagree. No file, no clock, no culture.
/// </summary>
public sealed record Report
{
    /// <summary>Version of this shape, raised when a reader would have to change.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>Version of the shape this instance has.</summary>
    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>What it is about and rests on.</summary>
    public required ReportHeader Header { get; init; }

    /// <summary>Three to five sentences, most important first.</summary>
    public required IReadOnlyList<Headline> Headlines { get; init; }

    /// <summary>Headline measures, in the order of <see cref="KpiId"/>.</summary>
    public required IReadOnlyList<Kpi> Kpis { get; init; }

    /// <summary>One-way segmentations.</summary>
    public required IReadOnlyList<SegmentTable> Segments { get; init; }

    /// <summary>Two-way segmentations.</summary>
    public required IReadOnlyList<HeatMap> HeatMaps { get; init; }

    /// <summary>Pareto tables.</summary>
    public required IReadOnlyList<ParetoTable> Paretos { get; init; }

    /// <summary>The cause tree: categories with their causes.</summary>
    public required IReadOnlyList<CauseNode> Causes { get; init; }

    /// <summary>Cause × channel, region, segment.</summary>
    public required IReadOnlyList<AssociationTable> Associations { get; init; }

    /// <summary>Cause × resolution × accepted × satisfied.</summary>
    public required IReadOnlyList<ResolutionRow> Resolutions { get; init; }

    /// <summary>Survey basics.</summary>
    public required IReadOnlyList<SurveyItem> Survey { get; init; }

    /// <summary>Index, model, priorities, brands; null where the period has no survey that a model fits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SatisfactionSection? Satisfaction { get; init; }

    /// <summary>Data quality.</summary>
    public required DataQuality DataQuality { get; init; }

    /// <summary>Masked rows.</summary>
    public required Details Details { get; init; }

    /// <summary>Translations of data labels: language (<c>en</c>, <c>zh-CN</c>) → label as stored → label as shown.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Labels { get; init; }

    /// <summary>The rows of the period the report rests on; null in reports made before this was noted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PeriodRows>? PeriodRows { get; init; }

    /// <summary>What has changed since the version published before; null for a first version. Part of what is published, not of the study.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReportRevisions? Revisions { get; init; }
}
