namespace Analytics.Jobs.Notebooks;

/// <summary>Text a notebook shows as a picture.</summary>
/// <param name="Svg">The whole SVG file.</param>
public sealed record NotebookSvg(string Svg);
