namespace Analytics.Publishing.Publish;

/// <summary>One file of a version, rendered.</summary>
/// <param name="Name">Path within the version's folder, with <c>/</c>.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record PublishedFile(string Name, ReadOnlyMemory<byte> Content);
