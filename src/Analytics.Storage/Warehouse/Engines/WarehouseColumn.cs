using Analytics.Storage.Warehouse.Reading;

namespace Analytics.Storage.Warehouse.Engines;

/// <summary>A column a window can give.</summary>
/// <param name="Name">Canonical or derived name.</param>
/// <param name="Kind">How it is read.</param>
/// <param name="Sources">Stored columns it comes from, as <c>complaint.cause</c>; one of each group joined by <c>|</c> must have values.</param>
internal sealed record WarehouseColumn(string Name, WindowColumnKind Kind, params string[] Sources)
{
    /// <summary>Whether it is a dimension rather than a number.</summary>
    public bool IsDimension => Kind is WindowColumnKind.Key or WindowColumnKind.Flag or WindowColumnKind.Day;
}
