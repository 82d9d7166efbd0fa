namespace Analytics.Pipeline.Publish;

/// <summary>One file of a version, rendered.</summary>
/// <param name="Name">Path within the version's folder, with <c>/</c>. The version number is written <c>{version}</c>, so that content can be compared across versions.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record PublishedFile(string Name, ReadOnlyMemory<byte> Content)
{
    public const string VersionMark = "{version}";

    public string NameIn(int version) => Name.Replace(VersionMark, version.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
