namespace Analytics.Jobs.Notebooks;

/// <summary>What a run did.</summary>
/// <param name="Output">The file written.</param>
/// <param name="CellsRun">Code cells executed.</param>
public sealed record NotebookResult(string Output, int CellsRun);
