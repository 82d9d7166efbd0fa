using Analytics.Core.Canonical;

namespace Analytics.Pipeline.Pull;

/// <summary>What a pull did. Read = stored + already there + quarantined.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Read">Canonical rows the source became, faulty ones included; of a pull that was interrupted, all of it.</param>
/// <param name="Stored">Rows stored, new or changed.</param>
/// <param name="AlreadyThere">Rows that were there already: those of the overlap, in the warehouse or in quarantine.</param>
/// <param name="Quarantined">Rows refused.</param>
public sealed record PullResult(string Source, long Read, long Stored, long AlreadyThere, long Quarantined)
{
    /// <summary>Highest watermark pulled so far, as text; null where the source has none.</summary>
    public string? Watermark { get; init; }

    /// <summary>How often the connection broke and reading went on behind the last row.</summary>
    public int Resumed { get; init; }

    /// <summary>What became of the files; null for a database.</summary>
    public PulledFiles? Files { get; init; }

    /// <summary>Faults of the source as a whole.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
