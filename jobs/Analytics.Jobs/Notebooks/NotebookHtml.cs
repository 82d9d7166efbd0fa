namespace Analytics.Jobs.Notebooks;

/// <summary>Text a notebook shows as HTML.</summary>
/// <param name="Html">The markup.</param>
public sealed record NotebookHtml(string Html);
