using Analytics.Core.Reports;

namespace Analytics.Study.Claims;

/// <summary>
/// Something a section would say of a subject: estimate, interval, p, the family it is judged with, and the sentence that says it. A claim that is made
/// is not yet said.
/// </summary>
/// <param name="Family">Claims judged together.</param>
/// <param name="Subject">What it is about, unique within the family: a <see cref="KpiId"/> name, <c>arpu:(50, 80]</c>, a cause.</param>
/// <param name="Estimate">The figure with its interval, in the unit of its table.</param>
internal sealed record Claim(ClaimFamily Family, string Subject, Figure Estimate)
{
    /// <summary>p of the comparison, before any adjustment; null where the claim rests on limits or describes.</summary>
    public double? PValue { get; init; }

    /// <summary>What it signals by itself.</summary>
    public Signal Signal { get; init; } = Signal.NoVerdict;

    /// <summary>Sentence of the cover; null where the claim has none of its own.</summary>
    public Headline? Sentence { get; init; }

    /// <summary>Where the sentence would stand.</summary>
    public HeadlinePlace Place { get; init; }

    /// <summary>Whether the sentence is said in any case: the rate and the index, which a reader looks for every week.</summary>
    public bool IsKept { get; init; }

    /// <summary>Whether it gives way to any other claim of its place.</summary>
    public bool IsFallback { get; init; }
}
