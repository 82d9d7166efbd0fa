using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Statistics.Descriptive;
using Analytics.Study.Masking;
using Analytics.Study.Rounds;

namespace Analytics.Study.Sections.Service;

/// <summary>How each cause was resolved, whether the customer accepted and was satisfied, and how long it took.</summary>
/// <param name="request">Levels and scales.</param>
/// <param name="table">Causes by resolution, masked.</param>
/// <param name="accepted">Complaints by cause, resolution and acceptance.</param>
/// <param name="satisfied">Complaints by cause, resolution and the score of the handling.</param>
/// <param name="hours">Per row of the table, complaints by resolution and handling hours; null for the row of unknown causes.</param>
internal sealed class ResolutionStudy(StudyRequest request, MergedTable table, CrossTab accepted, CrossTab satisfied, IReadOnlyList<Answer?> hours)
{
    /// <summary>The rows, causes by size and resolutions within. Empty cells are left out.</summary>
    public IReadOnlyList<ResolutionRow> Rows()
    {
        var acceptedBy = Split(accepted, i => accepted.Labels[2][i] switch { "true" => 1, "false" => 0, _ => double.NaN });
        var satisfiedBy = Split(satisfied, i => satisfied.Number(2, i));
        var rows = new List<ResolutionRow>();
        for (var r = 0; r < table.Rows.Labels.Count; r++)
        {
            var byColumn = hours[r] is { } answer ? HoursByColumn(answer.Tab) : null;
            for (var c = 0; c < table.Columns.Labels.Count; c++)
            {
                if (table.Counts[r, c] > 0)
                {
                    rows.Add(Row(r, c, acceptedBy[r, c], satisfiedBy[r, c], byColumn));
                }
            }
        }

        return rows;
    }

    private ResolutionRow Row(int r, int c, Distribution accepted, Distribution satisfied, Distribution[]? hours)
    {
        var (cause, resolution) = (table.Rows.Labels[r], table.Columns.Labels[c]);
        if (table.Hidden[r, c])
        {
            return new ResolutionRow(cause, resolution, Figure.Suppressed, Figure.Suppressed, Figure.Suppressed, Figure.Suppressed);
        }

        return new ResolutionRow(
            cause,
            resolution,
            FigureMath.Count(table.Counts[r, c]),
            Share(accepted.AtLeast(1), accepted.Total),
            !request.Facts.SurveyScales.TryGetValue("satisfaction", out var scale)
                ? Figure.Absent(satisfied.Total == 0 ? AbsenceReasons.NoSuchField : AbsenceReasons.ScaleUnknown)
                : Share(satisfied.AtLeast(scale.Maximum - 1), satisfied.Total),
            hours is null ? Figure.Absent(AbsenceReasons.NoSuchField) : Median(hours[c].Sorted()));
    }

    private Figure Share(long yes, long known) =>
        known == 0 ? Figure.Absent(AbsenceReasons.NoSuchField)
        : known < request.Settings.MinimumCell ? Figure.Suppressed
        : FigureMath.Share(yes, known, request.Settings.ConfidenceLevel);

    private Figure Median(Distribution hours)
    {
        var closed = hours.Total;
        return closed == 0 ? Figure.Absent(AbsenceReasons.NoSuchField)
            : closed < request.Settings.MinimumCell ? Figure.Suppressed
            : Figure.Of(QuantileType7.Of(hours.Values, hours.Counts, 0.5), closed);
    }

    /// <summary>Hours of every column of the table, from the answer of one row.</summary>
    private Distribution[] HoursByColumn(CrossTab tab)
    {
        var byColumn = table.Columns.Labels.Select(_ => new List<(double Hours, long Count)>()).ToArray();
        for (var i = 0; i < tab.Counts.Length; i++)
        {
            var (resolution, hours) = (tab.Labels[0][i / tab.Labels[1].Count], tab.Number(1, i % tab.Labels[1].Count));
            if (tab.Counts[i] > 0 && !double.IsNaN(hours))
            {
                byColumn[table.Columns.Position(resolution)].Add((hours, tab.Counts[i]));
            }
        }

        return Array.ConvertAll(byColumn, Distribution.Of);
    }

    /// <summary>The third axis by cell of the table.</summary>
    /// <param name="tab">Counts by cause, resolution and a third column.</param>
    /// <param name="number">The number behind a position of the third axis; NaN where it is missing.</param>
    private Distribution[,] Split(CrossTab tab, Func<int, double> number)
    {
        var counts = new List<(double Value, long Count)>[table.Rows.Labels.Count, table.Columns.Labels.Count];
        var depth = tab.Labels[2].Count;
        for (var i = 0; i < tab.Counts.Length; i++)
        {
            if (tab.Counts[i] > 0 && !double.IsNaN(number(i % depth)))
            {
                var row = table.Rows.Position(tab.Labels[0][i / depth / tab.Labels[1].Count]);
                var column = table.Columns.Position(tab.Labels[1][i / depth % tab.Labels[1].Count]);
                (counts[row, column] ??= []).Add((number(i % depth), tab.Counts[i]));
            }
        }

        var split = new Distribution[counts.GetLength(0), counts.GetLength(1)];
        for (var r = 0; r < counts.GetLength(0); r++)
        {
            for (var c = 0; c < counts.GetLength(1); c++)
            {
                split[r, c] = Distribution.Of(counts[r, c] ?? []);
            }
        }

        return split;
    }
}
