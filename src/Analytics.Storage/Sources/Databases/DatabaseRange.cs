namespace Analytics.Storage.Sources.Databases;

/// <summary>A stretch of a source in its order; each bound is null where it is open.</summary>
/// <param name="From">First watermark that belongs to it.</param>
/// <param name="After">Position of the row behind which it begins.</param>
/// <param name="Until">Last watermark that belongs to it.</param>
public sealed record DatabaseRange(string? From, string? After, string? Until)
{
    /// <summary>Whether the source has no row at all.</summary>
    public bool IsEmpty { get; init; }
}
