namespace Analytics.Storage.Mappings;

/// <summary>
/// A group of source columns of which each makes a row of its own: ticked problems that become complaints, or the items of a wide
/// survey that become answers.
/// </summary>
public sealed record UnpivotMapping
{
    /// <summary>Source columns as <see cref="ColumnMapping.Source"/> names them, or ranges <c>#6..#12</c>.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Canonical column that takes the source column's name.</summary>
    public required string Label { get; init; }

    /// <summary>Canonical column that takes the cell, read as <see cref="ValueColumn"/> says; null where a cell is only ticked or not.</summary>
    public string? Value { get; init; }

    /// <summary>How the cell is read, where <see cref="Value"/> is set.</summary>
    public ColumnMapping ValueColumn { get; init; } = new();

    /// <summary>Cells that make no row, beside blank ones.</summary>
    public IReadOnlyList<string> Unticked { get; init; } = [];

    /// <summary>Source column as named in <see cref="Columns"/>, or its header → name to store instead of the header.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>Canonical column → value that every row of the group gets.</summary>
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>();

    /// <summary>Column as in <see cref="Names"/> → source column whose text goes with it into the canonical column <c>text</c>.</summary>
    public IReadOnlyDictionary<string, string> Notes { get; init; } = new Dictionary<string, string>();
}
