namespace Analytics.Reporting.Charts;

/// <summary>A chart a section asks for.</summary>
/// <param name="Name">File name, unique within a report.</param>
/// <param name="Subject">What it shows, in words.</param>
/// <param name="Missing">Why it cannot be drawn, in words; null where it can.</param>
/// <param name="Draw">Draws it; not called where something is missing.</param>
internal sealed record ChartPlan(string Name, string Subject, string? Missing, Func<string> Draw)
{
    /// <summary>A file name of parts: lower case, joined by hyphens, empty parts left out.</summary>
    public static string FileName(params ReadOnlySpan<string> parts)
    {
        var kept = new List<string>();
        foreach (var part in parts)
        {
            if (part.Length > 0)
            {
                kept.Add(part.ToLowerInvariant().Replace('_', '-'));
            }
        }

        return string.Join('-', kept) + ".svg";
    }

    /// <summary>The words of a name in Pascal case, for <see cref="FileName"/>: <c>EscalatedShare</c> → <c>Escalated-Share</c>.</summary>
    public static string Hyphenated(string name)
        => string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 && !char.IsUpper(name[i - 1]) ? "-" + c : c.ToString()));
}
