namespace Analytics.Publishing.Publish;

/// <summary>How long a step of a run took, by the wall clock.</summary>
/// <param name="Step">Name of the step, kebab-case: <c>facts</c>, <c>study</c>, <c>workbook</c>…</param>
/// <param name="Milliseconds">Duration.</param>
public sealed record StepTiming(string Step, long Milliseconds);
