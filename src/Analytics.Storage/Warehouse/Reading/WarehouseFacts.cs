using Analytics.Core.Canonical;

namespace Analytics.Storage.Warehouse.Reading;

/// <summary>What a study must know of the warehouse beside cross-tabs.</summary>
public sealed record WarehouseFacts
{
    /// <summary>Newest moment among received, first reply and closed of all complaints, UTC; null without complaints.</summary>
    public required DateTime? CutOffUtc { get; init; }

    /// <summary>Hash over rows, labels and scales, 32 hexadecimal characters: the same content gives the same version in whatever order it was imported.</summary>
    public required string DataVersion { get; init; }

    /// <summary>Coarsest precision among the complaints and survey answers of the calendar months the window touches.</summary>
    public required DatePrecision Precision { get; init; }

    /// <summary>Local days that have complaints, ascending; a month-precision row counts for the first of its month.</summary>
    public required IReadOnlyList<DateOnly> ComplaintDays { get; init; }

    /// <summary>Local days that have survey answers, ascending.</summary>
    public required IReadOnlyList<DateOnly> SurveyDays { get; init; }

    /// <summary>Days with a subscriber snapshot, or with population counts where there are no subscriber rows, ascending.</summary>
    public required IReadOnlyList<DateOnly> SnapshotDays { get; init; }

    /// <summary>Whether <see cref="SnapshotDays"/> are imported counts rather than subscriber rows.</summary>
    public required bool IsPopulationCounts { get; init; }

    /// <summary>Scale by survey item; <c>*</c> stands for every item not named.</summary>
    public required IReadOnlyDictionary<string, ItemScale> Scales { get; init; }

    /// <summary>Translations of data labels: language → label as stored → label as shown.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Labels { get; init; }

    /// <summary>Canonical columns that have a value in some row, as <c>complaint.cause</c>.</summary>
    public required IReadOnlySet<string> FilledColumns { get; init; }
}
