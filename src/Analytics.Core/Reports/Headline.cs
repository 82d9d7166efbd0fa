namespace Analytics.Core.Reports;

/// <summary>A headline sentence as data: a template key and its arguments. Renderers put it into words, so every language says the same.</summary>
/// <param name="Key">Template key: <c>rate-change</c>, <c>top-cause</c>…</param>
/// <param name="Signal">What it signals, for the mark before it.</param>
/// <param name="Arguments">Arguments by name.</param>
public sealed record Headline(string Key, Signal Signal, IReadOnlyList<HeadlineArgument> Arguments);
