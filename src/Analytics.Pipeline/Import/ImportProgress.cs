namespace Analytics.Pipeline.Import;

/// <summary>How far an import is.</summary>
/// <param name="SourceRows">Source rows read.</param>
/// <param name="Fraction">Part of the file read, 0–1; 0 where the format does not tell.</param>
/// <param name="Quarantined">Rows refused so far.</param>
public readonly record struct ImportProgress(long SourceRows, double Fraction, long Quarantined)
{
    /// <summary>What it waits for, in a sentence, where a source does not answer for the moment; null while rows come.</summary>
    public string? Waiting { get; init; }
}
