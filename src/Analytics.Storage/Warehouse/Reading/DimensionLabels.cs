using Analytics.Storage.Warehouse.Engines;

namespace Analytics.Storage.Warehouse.Reading;

/// <summary>Labels of a dimension by key.</summary>
internal static class DimensionLabels
{
    /// <summary>Labels of a yes-or-no column: missing, false, true.</summary>
    public static readonly IReadOnlyList<string> OfFlag = ["", "false", "true"];

    /// <summary>Labels by key; element 0 is the empty string and stands for missing.</summary>
    public static string[] Load(WarehouseSession session, string dimension) => ["", .. session.Query<string>("dimension_labels", new { dimension })];
}
