using Analytics.Study.Rounds;

namespace Analytics.Study.Sections.Cases;

/// <summary>The rows behind the figures, masked as the tables are.</summary>
internal sealed class CaseSection : ISection
{
    /// <inheritdoc/>
    public ReadAnswers Ask(FirstRound round) => second => _ =>
    {
        var details = new DetailStudy(round.Request, second.Masks).Compute();
        return (second.Masks.IsTooSmall ? SectionResult.TooSmall("details") : new SectionResult()) with { Part = report => report with { Details = details } };
    };
}
