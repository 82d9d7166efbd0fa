namespace Analytics.Jobs.Cli.Progress;

/// <summary>How far a step of a run is.</summary>
/// <param name="Step">Name of the step, as people read it; another name begins another step.</param>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units in all, or null where that is not known beforehand.</param>
/// <param name="Unit">Plural of what is counted: <c>rows</c>, <c>bytes</c>; empty for a step that only lasts.</param>
internal sealed record StepProgress(string Step, long Done = 0, long? Total = null, string Unit = "");
