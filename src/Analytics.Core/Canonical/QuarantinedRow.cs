namespace Analytics.Core.Canonical;

/// <summary>A source row that failed a check, kept whole so that it can be mended and retried.</summary>
/// <param name="Line">1-based line of the source where the row begins; the header is line 1.</param>
/// <param name="Field">Canonical field at fault, or the source column; empty where the row as a whole is.</param>
/// <param name="Value">The offending value as the source wrote it, at most 500 characters.</param>
/// <param name="Rule">Stable name of the rule, kebab-case: <c>not-a-number</c>, <c>closed-before-received</c>.</param>
/// <param name="Raw">
/// The whole source row: its fields joined by tab, control characters escaped (<c>\t \n \r \\</c>), so that retry reads exactly what came.
/// </param>
public sealed record QuarantinedRow(long Line, string Field, string Value, string Rule, string Raw);
