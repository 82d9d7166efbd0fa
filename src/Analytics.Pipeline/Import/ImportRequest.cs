using Analytics.Core.Canonical;

namespace Analytics.Pipeline.Import;

/// <summary>What to import.</summary>
/// <param name="Table">Canonical table the command names; the mapping must be for the same.</param>
/// <param name="File">Path of the source file, CSV or XLSX, gzip-compressed or not.</param>
/// <param name="MappingFile">Path of the mapping.</param>
/// <param name="TimeZone">IANA zone of local times where the mapping names none.</param>
public sealed record ImportRequest(CanonicalTable Table, string File, string MappingFile, string TimeZone = "Asia/Shanghai")
{
    /// <summary>Canonical rows a batch, and so a transaction, holds at most.</summary>
    public int BatchRows { get; init; } = 32_768;
}
