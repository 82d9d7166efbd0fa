using Analytics.Core.Reports;
using Analytics.Study.Masking;
using Analytics.Study.Rounds;

namespace Analytics.Study.Sections.HeatMaps;

/// <summary>Two-way segmentations.</summary>
internal sealed class HeatMapSection : ISection
{
    /// <inheritdoc/>
    public ReadAnswers Ask(FirstRound round)
    {
        HeatMapStudy[] maps =
        [
            .. round.Settings.HeatMaps.Select(h => new HeatMapStudy(round.Questions, round.Window, round.Base, round.Column(h.Rows), round.Column(h.Columns))),
        ];
        return second => _ => second.Masks.IsTooSmall ? SectionResult.TooSmall("heatmap") : Result(round, second.Masks, maps);
    }

    private static SectionResult Result(FirstRound round, ReportMasks masks, HeatMapStudy[] maps)
    {
        var shown = new List<HeatMap>();
        var missing = new List<NotComputed>();
        var checks = new List<TieCheck>();
        var hidden = 0;
        foreach (var map in maps)
        {
            var (table, reason) = map.Compute(masks.Axis(map.Rows), masks.Axis(map.Columns), masks.Rule, round.Settings);
            if (table is null)
            {
                missing.Add(new NotComputed(map.Subject, reason!));
                continue;
            }

            shown.Add(table.Map);
            hidden += table.HiddenCells;
            checks.Add(new TieCheck(map.Subject, round.Total.Tab.Total, map.Total));
        }

        return new SectionResult { Part = report => report with { HeatMaps = shown }, NotComputed = missing, Checks = checks, HiddenCells = hidden };
    }
}
