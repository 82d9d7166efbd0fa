using Analytics.Core.Reports;
using Analytics.Study.Claims;

namespace Analytics.Study.Sections;

/// <summary>What a section has to say.</summary>
internal sealed record SectionResult
{
    /// <summary>Puts the section's part in its place in the report; leaves everything else as it is.</summary>
    public Func<Report, Report> Part { get; init; } = report => report;

    /// <summary>What could not be computed and why.</summary>
    public IReadOnlyList<NotComputed> NotComputed { get; init; } = [];

    /// <summary>Totals that must tie.</summary>
    public IReadOnlyList<TieCheck> Checks { get; init; } = [];

    /// <summary>What the section would claim, most important first.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>Cells hidden in tables that only this section shows; those that the report's masks know are counted there.</summary>
    public int HiddenCells { get; init; }

    /// <summary>Nothing, because the whole scope holds fewer complaints than may be shown in a cell.</summary>
    /// <param name="subject">Name in the not-computed list.</param>
    public static SectionResult TooSmall(string subject) => new() { NotComputed = [new NotComputed(subject, AbsenceReasons.TooFewCases)] };
}
