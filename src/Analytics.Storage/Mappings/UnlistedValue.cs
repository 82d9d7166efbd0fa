namespace Analytics.Storage.Mappings;

/// <summary>What happens to a cell that a value map does not list.</summary>
public enum UnlistedValue
{
    /// <summary>It is kept as written.</summary>
    Keep,

    /// <summary>It counts as missing.</summary>
    Missing,

    /// <summary>Its row is quarantined with the rule <c>value-not-mapped</c>.</summary>
    Quarantine,
}
