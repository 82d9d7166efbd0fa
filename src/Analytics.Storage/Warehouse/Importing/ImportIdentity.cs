using Analytics.Core.Canonical;

namespace Analytics.Storage.Warehouse.Importing;

/// <summary>What makes an import the same import: its table, the content of its file and the mapping. The file's name is for people.</summary>
/// <param name="Table">Canonical table the rows go to.</param>
/// <param name="Source">File name without folder, or source name.</param>
/// <param name="ContentHash">Hash of the source's bytes, hexadecimal.</param>
/// <param name="MappingHash">Hash of the mapping, hexadecimal.</param>
/// <param name="Precision">How exactly the source dates its rows.</param>
public sealed record ImportIdentity(CanonicalTable Table, string Source, string ContentHash, string MappingHash, DatePrecision Precision = DatePrecision.Instant)
{
    /// <summary>
    /// Whether the rows are a stretch of a source that is pulled again and again: rows that wait in quarantine from an earlier pull then count as already there, and a
    /// pull without anything new does not show among the imports.
    /// </summary>
    public bool IsIncremental { get; init; }

    /// <summary>The source's header, joined and escaped as <see cref="QuarantinedRow.Raw"/>, kept so that quarantined rows can be exported and retried.</summary>
    public string Header { get; init; } = "";
}
