namespace Analytics.Core.Reports.Satisfaction;

/// <summary>What a reader of the model should know.</summary>
/// <param name="Kind">What, as a stable key: <c>FewRespondents</c>, <c>SingleItem</c>, <c>MissingAnswers</c>…; renderers translate it.</param>
/// <param name="Subject">Item, construct or path; empty for the whole model.</param>
/// <param name="Value">The number the kind speaks of; null where it speaks of none.</param>
public sealed record ModelNote(string Kind, string Subject, double? Value);
