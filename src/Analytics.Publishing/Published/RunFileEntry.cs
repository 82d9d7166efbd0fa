namespace Analytics.Publishing.Published;

/// <summary>A file of a published version.</summary>
/// <param name="Name">Path within the version's folder.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 lower-case hexadecimal digits.</param>
public sealed record RunFileEntry(string Name, long Bytes, string Sha256);
