namespace Analytics.Reporting.Mail;

/// <summary>Something that failed, for those who run the program.</summary>
/// <param name="Step">The step that failed.</param>
/// <param name="Period">Period label, <c>2026-W46</c>.</param>
/// <param name="Scope">Filters as text, <c>region=武汉</c>; <c>all</c> without any.</param>
/// <param name="Code">Stable code of the fault, <c>AN5201</c>.</param>
/// <param name="Problem">What happened, with the values.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="RunKey">The run it happened in; the same fault of the same run is reported once.</param>
public sealed record FailureNotice(FailedStep Step, string Period, string Scope, string Code, string Problem, string Remedy, DateTime At, string RunKey);
