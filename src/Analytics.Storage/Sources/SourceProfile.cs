using System.Text;

namespace Analytics.Storage.Sources;

/// <summary>What the first megabyte of a file tells about how it is written.</summary>
/// <param name="Format">CSV or XLSX.</param>
/// <param name="IsGzip">Whether the file is gzip-compressed.</param>
/// <param name="Encoding">Encoding the text of a CSV is in; UTF-8 for XLSX.</param>
/// <param name="EncodingName">Its name as a mapping writes it.</param>
/// <param name="InvalidUtf8At">Offset of the first byte that is not UTF-8, or −1.</param>
/// <param name="Delimiter">Delimiter that splits the first lines most evenly; a comma where none does.</param>
/// <param name="IsEmpty">Whether the file holds no byte, or only blank ones.</param>
public sealed record SourceProfile(
    FileFormat Format,
    bool IsGzip,
    Encoding Encoding,
    string EncodingName,
    long InvalidUtf8At,
    char Delimiter,
    bool IsEmpty);
