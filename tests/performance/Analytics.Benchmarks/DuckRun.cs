namespace Analytics.Benchmarks;

/// <summary>What crosstabs-duckdb.mjs writes: its version, times per question and column type, and the cells to compare.</summary>
/// <param name="Version">DuckDB's version.</param>
/// <param name="Threads">Threads it used.</param>
/// <param name="Text">Milliseconds per question and round, over text columns.</param>
/// <param name="Enum">The same over ENUM columns.</param>
/// <param name="Cells">Non-empty cells per question: row label, column label, count.</param>
internal sealed record DuckRun(
    string Version, int Threads, IReadOnlyList<double[]> Text, IReadOnlyList<double[]> Enum, IReadOnlyList<IReadOnlyList<DuckCell>> Cells);

/// <summary>One cell of DuckDB's answer.</summary>
internal sealed record DuckCell(string Row, string Column, long Count);
