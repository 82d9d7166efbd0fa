using Analytics.Core.Reports;

namespace Analytics.Jobs.Cli.Segments;

/// <summary>One line of the analyst's segmentation: a band or label, a cell of the two-way map, or a cluster.</summary>
/// <param name="Column">Column, two columns joined by ×, or <c>cluster</c>.</param>
/// <param name="Label">Label in the reader's language.</param>
/// <param name="Figures">Figures in the order of <see cref="SegmentLines.Measures"/>; null where the kind of line has no such figure.</param>
/// <param name="Survives">Whether the difference survives the false-discovery control; null where none was made.</param>
internal sealed record SegmentLine(string Column, string Label, IReadOnlyList<Figure?> Figures, bool? Survives);
