namespace Analytics.Storage.Sources;

/// <summary>How a source file is written. Compression is seen from its first bytes and needs no name.</summary>
public enum FileFormat
{
    /// <summary>Delimited text, one record a line unless quoted.</summary>
    Csv,

    /// <summary>Excel workbook (Office Open XML); one sheet is read.</summary>
    Xlsx,
}
