using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Study.Masking;
using Analytics.Study.Rounds;

namespace Analytics.Study.Sections.Service;

/// <summary>How complaints were handled: causes by resolution with acceptance, satisfaction and hours.</summary>
internal sealed class ServiceSection : ISection
{
    /// <summary>Resolutions shown one by one.</summary>
    private const int MostResolutions = 8;

    /// <summary>Labels with fewer cases than this many minimum cells are merged.</summary>
    private const int LeastCells = 2;

    private const string Subject = "resolution";
    private static readonly CrossTabAxis Resolution = new(Subject);

    /// <inheritdoc/>
    public ReadAnswers Ask(FirstRound round)
    {
        var alone = round.Ask(FactTable.Complaints, [Resolution]);
        var accepted = round.Ask(FactTable.Complaints, [CauseQuestions.Cause, Resolution, new("is_accepted")]);
        var satisfied = round.Ask(FactTable.Complaints, [CauseQuestions.Cause, Resolution, new("satisfaction")]);
        var asked = round.Shown.Show(new CauseBy(Resolution, alone, accepted, MostResolutions, LeastCells, NeedsNames: false));
        return second =>
        {
            if (second.Masks.IsTooSmall)
            {
                return _ => SectionResult.TooSmall(Subject);
            }

            var (table, reason) = second.Masks.Table(asked);
            if (table is null)
            {
                return _ => new SectionResult { NotComputed = [new NotComputed(Subject, reason!)] };
            }

            var hours = AskHours(round, second, table);
            return _ => Result(round, table, new ResolutionStudy(round.Request, table, accepted.Tab, satisfied.Tab, hours));
        };
    }

    private static SectionResult Result(FirstRound round, MergedTable table, ResolutionStudy study)
    {
        var rows = study.Rows();
        return new SectionResult
        {
            Part = report => report with { Resolutions = rows },
            Checks = [new TieCheck(Subject, round.Total.Tab.Total, table.Total)],
        };
    }

    /// <summary>
    /// Handling hours by resolution, asked for the causes of each row apart: hours have thousands of values, and by cause as well the answer would be too
    /// wide.
    /// </summary>
    private static List<Answer?> AskHours(FirstRound round, SecondRound second, MergedTable table)
    {
        var hours = new List<Answer?>();
        for (var row = 0; row < table.Rows.Labels.Count; row++)
        {
            var causes = table.Rows.Positions.Where(p => p.Value == row && p.Key.Length > 0).Select(p => p.Key).Order(StringComparer.Ordinal).ToArray();
            var query = round.Window.Ask(FactTable.Complaints, round.Window.Current, [Resolution, new("handling_hours")]);
            hours.Add(table.Rows.Labels[row] is "" ? null : second.Questions.Ask(query with { Where = [.. query.Where, new Filter("cause", causes)] }));
        }

        return hours;
    }
}
