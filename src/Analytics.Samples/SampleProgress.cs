namespace Analytics.Samples;

/// <summary>How far the generator is.</summary>
/// <param name="Table">Canonical table being written: <c>subscriber</c>, <c>complaint</c> or <c>survey</c>.</param>
/// <param name="Rows">Rows written.</param>
/// <param name="Total">Rows expected; for complaints an estimate.</param>
public sealed record SampleProgress(string Table, long Rows, long Total);
