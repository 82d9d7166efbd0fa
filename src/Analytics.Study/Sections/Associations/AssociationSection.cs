using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Study.Masking;
using Analytics.Study.Rounds;

namespace Analytics.Study.Sections.Associations;

/// <summary>Which causes go with which channel, region or segment.</summary>
internal sealed class AssociationSection : ISection
{
    /// <summary>Labels of the other column shown one by one.</summary>
    private const int MostColumns = 12;

    /// <summary>Labels with fewer cases than this many minimum cells are merged: crossed, most of their cells would be hidden.</summary>
    private const int LeastCells = 5;

    /// <inheritdoc/>
    public ReadAnswers Ask(FirstRound round)
    {
        CauseBy[] tables = [.. round.Settings.CauseBy.Select(round.Column).Select(c => round.Shown.Show(Table(round, c)))];
        return second => _ => second.Masks.IsTooSmall ? SectionResult.TooSmall("association") : Result(round, second.Masks, tables);
    }

    private static CauseBy Table(FirstRound round, ColumnQuestions column)
    {
        var cells = round.Ask(FactTable.Complaints, [CauseQuestions.Cause, column.Definition.Axis]);
        return new CauseBy(column.Definition.Axis, column.Complaints, cells, MostColumns, LeastCells, NeedsNames: true);
    }

    private static SectionResult Result(FirstRound round, ReportMasks masks, CauseBy[] tables)
    {
        var shown = new List<AssociationTable>();
        var missing = new List<NotComputed>();
        var checks = new List<TieCheck>();
        foreach (var asked in tables)
        {
            var subject = $"association:{asked.Axis.Column}";
            var (table, reason) = masks.Table(asked);
            if (table is null)
            {
                missing.Add(new NotComputed(subject, reason!));
                continue;
            }

            shown.Add(AssociationStudy.Table(table, round.Settings));
            checks.Add(new TieCheck(subject, round.Total.Tab.Total, table.Total));
        }

        return new SectionResult
        {
            Part = report => report with { Associations = shown },
            NotComputed = missing,
            Checks = checks,
            Claims = [.. AssociationClaims.Of(shown)],
        };
    }
}
