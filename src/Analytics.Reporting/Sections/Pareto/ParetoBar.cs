namespace Analytics.Reporting.Sections.Pareto;

/// <summary>One column of a Pareto plot.</summary>
/// <param name="Name">Label, unique within the plot.</param>
/// <param name="Value">Height, in the measure's unit.</param>
/// <param name="CumulativePercent">Height of the cumulative line, 0–100.</param>
/// <param name="Colour">Fill of the column.</param>
public sealed record ParetoBar(string Name, double Value, double CumulativePercent, string Colour);
