namespace Analytics.Core.Canonical;

/// <summary>One column of a canonical table: the name sources are mapped to, its type and its limits.</summary>
/// <param name="Name">Canonical name, snake_case, as mappings and SQL write it.</param>
/// <param name="Type">Storage and check type.</param>
/// <param name="Required">Whether a row without a value is quarantined.</param>
/// <param name="Minimum">Smallest allowed value of a numeric field, inclusive; null where unbounded.</param>
/// <param name="Maximum">Largest allowed value of a numeric field, inclusive; null where unbounded.</param>
public sealed record CanonicalField(string Name, FieldType Type, bool Required = false, double? Minimum = null, double? Maximum = null)
{
    /// <summary>Position within its table, 0-based: the index of its value in a row.</summary>
    public int Index { get; internal set; } = -1;
}
