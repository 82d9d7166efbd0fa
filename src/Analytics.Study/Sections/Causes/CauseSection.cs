using Analytics.Core.Reports;
using Analytics.Study.Rounds;

namespace Analytics.Study.Sections.Causes;

/// <summary>The tree of categories and causes, which the fishbone draws.</summary>
internal sealed class CauseSection : ISection
{
    /// <inheritdoc/>
    public ReadAnswers Ask(FirstRound round) => second => _ =>
    {
        var counts = second.Masks.Causes;
        var result = new SectionResult { Checks = [new TieCheck("causes", round.Total.Tab.Total, counts.Current.Table.Total)] };
        if (second.Masks.IsTooSmall)
        {
            return result with { NotComputed = SectionResult.TooSmall("causes").NotComputed };
        }

        var tree = CauseStudy.Tree(counts, round.Settings.ConfidenceLevel);
        return result with { Part = report => report with { Causes = tree } };
    };
}
