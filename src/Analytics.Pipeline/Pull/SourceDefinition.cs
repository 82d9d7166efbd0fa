using Analytics.Core.Canonical;
using Analytics.Storage.Sources.Databases;

namespace Analytics.Pipeline.Pull;

/// <summary>
/// A configured source: a database (<see cref="Address"/> and <see cref="Query"/>) or a drop folder (<see cref="Folder"/>), and the mapping of its rows.
/// </summary>
public sealed record SourceDefinition
{
    /// <summary>Name in the configuration; what is stored is known under it.</summary>
    public required string Name { get; init; }

    /// <summary>Canonical table the rows become; the mapping must be for the same.</summary>
    public required CanonicalTable Table { get; init; }

    /// <summary>Path of the mapping.</summary>
    public required string MappingFile { get; init; }

    /// <summary>IANA zone of local times where the mapping names none.</summary>
    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <summary>Where the database is; null for a drop folder.</summary>
    public DatabaseAddress? Address { get; init; }

    /// <summary>What is read of the database; null for a drop folder.</summary>
    public DatabaseQuery? Query { get; init; }

    /// <summary>The drop folder; null for a database.</summary>
    public DropFolder? Folder { get; init; }

    /// <summary>
    /// Whether a database is read from its beginning once more, whatever was pulled before; rows that are there already are not stored twice.
    /// </summary>
    public bool FromStart { get; init; }

    /// <summary>Canonical rows a batch, and so a transaction, holds at most.</summary>
    public int BatchRows { get; init; } = 49_152;
}
