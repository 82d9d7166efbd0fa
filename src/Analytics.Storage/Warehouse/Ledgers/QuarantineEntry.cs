namespace Analytics.Storage.Warehouse.Ledgers;

/// <summary>A row waiting in quarantine.</summary>
/// <param name="Id">Its number, stable.</param>
/// <param name="ImportId">The import that refused it; <see cref="WarehouseDatabase.BeginRetry"/> takes it.</param>
/// <param name="Table">Canonical table it was meant for.</param>
/// <param name="Source">File or source name.</param>
/// <param name="MappingHash">Hash of the mapping it was read with.</param>
/// <param name="Line">Source line, 1-based.</param>
/// <param name="Field">Field at fault; empty where the row as a whole is.</param>
/// <param name="Value">Offending value.</param>
/// <param name="Rule">Rule it breaks.</param>
/// <param name="Header">Column names of <paramref name="Fields"/>.</param>
/// <param name="Fields">The whole source row.</param>
/// <param name="IsCanonical">True where <paramref name="Fields"/> are canonical columns rather than the source's: the row had been mapped already when it was refused.</param>
public sealed record QuarantineEntry(
    long Id,
    long ImportId,
    string Table,
    string Source,
    string MappingHash,
    long Line,
    string Field,
    string Value,
    string Rule,
    IReadOnlyList<string> Header,
    IReadOnlyList<string> Fields,
    bool IsCanonical);
