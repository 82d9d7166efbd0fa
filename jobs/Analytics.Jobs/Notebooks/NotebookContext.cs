using Analytics.Core.Settings;
using Analytics.Storage.Warehouse.Engines;

namespace Analytics.Jobs.Notebooks;

/// <summary>What the program hands to a notebook.</summary>
public sealed record NotebookContext
{
    /// <summary>Where the warehouse is.</summary>
    public WarehouseOptions Warehouse { get; init; } = new(Path.Combine("analytics-data", "warehouse.db"));

    /// <summary>Settings of studies, as configured.</summary>
    public StudySettings Settings { get; init; } = new();

    /// <summary>Language of words in tables and charts: <c>zh-CN</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "zh-CN";
}
