namespace Analytics.Storage.Warehouse.Ledgers;

/// <summary>How far a configured source was pulled. Positions are those of <c>Sources.Databases.DatabaseSource</c>.</summary>
public sealed record SourceState
{
    /// <summary>Name in the configuration.</summary>
    public required string Source { get; init; }

    /// <summary>Hash of what is read and in which order; positions hold only for it.</summary>
    public required string Definition { get; init; }

    /// <summary>The last row of the last whole pass; null before the first.</summary>
    public string? Position { get; init; }

    /// <summary>Passes begun.</summary>
    public long Pass { get; init; }

    /// <summary>Whether a pass is at work or was interrupted.</summary>
    public bool IsOpen { get; init; }

    /// <summary>First watermark of the open pass; null where it is unbounded.</summary>
    public string? RangeFrom { get; init; }

    /// <summary>Row behind which the open pass begins; null where it does not begin behind one.</summary>
    public string? RangeAfter { get; init; }

    /// <summary>Last watermark of the open pass; null where it is unbounded.</summary>
    public string? RangeUntil { get; init; }

    /// <summary>Number of the import that <see cref="PassPosition"/> belongs to; 0 where none has stored anything.</summary>
    public long PassImport { get; init; }

    /// <summary>The last row of the open pass whose data are stored.</summary>
    public string? PassPosition { get; init; }

    /// <summary>When the last pass ended, ISO 8601 UTC; null before the first.</summary>
    public string? FinishedAt { get; init; }
}
