using Analytics.Core.Reports;
using Analytics.Study.Masking;
using Analytics.Study.Rounds;

namespace Analytics.Study.Sections.Pareto;

/// <summary>All Paretos of a report.</summary>
internal sealed class ParetoSection : ISection
{
    /// <inheritdoc/>
    public ReadAnswers Ask(FirstRound round) => second => _ => second.Masks.IsTooSmall ? SectionResult.TooSmall("pareto") : Result(round, second.Masks);

    private static SectionResult Result(FirstRound round, ReportMasks masks)
    {
        var (tables, missing) = ParetoStudy.Compute(round.Causes, masks, round.Settings);
        return new SectionResult
        {
            Part = report => report with { Paretos = tables },
            NotComputed = missing,
            Checks = [.. tables.Where(t => t.Measure != ParetoMeasure.Increase).Select(t => Check(t, masks))],
            Claims = [.. ParetoClaims.Of(tables, round.Settings.ParetoClassA, round.Window.Previous.ToString())],
        };
    }

    /// <summary>Counts add up to the complaints and escalations to the escalated ones; other measures have no total of their own.</summary>
    private static TieCheck Check(ParetoTable pareto, ReportMasks masks)
    {
        var name = $"pareto:{pareto.Measure}:{pareto.Level}" + (pareto.Within is null ? "" : $":{pareto.Within}");
        var expected = pareto.Measure switch
        {
            ParetoMeasure.Count when pareto.Within is null => masks.Total,
            ParetoMeasure.Escalations => masks.Escalated!.Table.Total,
            _ => pareto.Total,
        };
        return new TieCheck(name, expected, pareto.Items.Sum(i => i.Value));
    }
}
