namespace Analytics.Storage.Sources;

/// <summary>What a mapping says about its file; whatever it leaves out is sniffed.</summary>
/// <param name="Format">CSV or XLSX; null to see it from the first bytes.</param>
/// <param name="Encoding">Name of the character encoding (<c>utf-8</c>, <c>gb18030</c>, <c>latin-1</c>, <c>utf-16</c>…); null to sniff.</param>
/// <param name="Delimiter">Field delimiter of a CSV; null to sniff among <c>, ; tab |</c>.</param>
/// <param name="Sheet">Name of the sheet; null for the first.</param>
/// <param name="HeaderRow">1-based row that holds the column names; rows above it are passed over.</param>
public sealed record SourceOptions(FileFormat? Format = null, string? Encoding = null, char? Delimiter = null, string? Sheet = null, int HeaderRow = 1)
{
    /// <summary>Everything sniffed, header in row 1.</summary>
    public static SourceOptions Sniffed { get; } = new();
}
