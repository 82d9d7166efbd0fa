namespace Analytics.Reporting.Charts;

/// <summary>A stand-alone chart.</summary>
/// <param name="Name">ASCII file name, <c>pareto-cause.svg</c>; unique within a report.</param>
/// <param name="Svg">The whole file: UTF-8 text, no reference to anything outside it.</param>
public sealed record ChartFile(string Name, string Svg);
