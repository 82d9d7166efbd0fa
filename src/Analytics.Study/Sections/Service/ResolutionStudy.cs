using System.Globalization;
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
        var acceptedBy = Split(accepted);
        var satisfiedBy = Split(satisfied);
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

    private ResolutionRow Row(int r, int c, Dictionary<string, long> accepted, Dictionary<string, long> satisfied, SortedDictionary<double, long>[]? hours)
    {
        var (cause, resolution) = (table.Rows.Labels[r], table.Columns.Labels[c]);
        if (table.Hidden[r, c])
        {
            return new ResolutionRow(cause, resolution, Figure.Suppressed, Figure.Suppressed, Figure.Suppressed, Figure.Suppressed);
        }

        var rated = satisfied.Where(s => s.Key.Length > 0).ToArray();
        var (yes, known) = (accepted.GetValueOrDefault("true"), accepted.GetValueOrDefault("true") + accepted.GetValueOrDefault("false"));
        return new ResolutionRow(
            cause,
            resolution,
            FigureMath.Count(table.Counts[r, c]),
            Share(yes, known),
            !request.Facts.SurveyScales.TryGetValue("satisfaction", out var scale)
                ? Figure.Absent(rated.Length == 0 ? AbsenceReasons.NoSuchField : AbsenceReasons.ScaleUnknown)
                : Share(rated.Where(s => Parse(s.Key) >= scale.Maximum - 1).Sum(s => s.Value), rated.Sum(s => s.Value)),
            hours is null ? Figure.Absent(AbsenceReasons.NoSuchField) : Median(hours[c]));
    }

    private Figure Share(long yes, long known) =>
        known == 0 ? Figure.Absent(AbsenceReasons.NoSuchField)
        : known < request.Settings.MinimumCell ? Figure.Suppressed
        : FigureMath.Share(yes, known, request.Settings.ConfidenceLevel);

    private Figure Median(SortedDictionary<double, long> hours)
    {
        var closed = hours.Values.Sum();
        return closed == 0 ? Figure.Absent(AbsenceReasons.NoSuchField)
            : closed < request.Settings.MinimumCell ? Figure.Suppressed
            : Figure.Of(QuantileType7.Of([.. hours.Keys], [.. hours.Values], 0.5), closed);
    }

    /// <summary>Counts by hours for every column of the table, from the answer of one row.</summary>
    private SortedDictionary<double, long>[] HoursByColumn(CrossTab tab)
    {
        var byColumn = table.Columns.Labels.Select(_ => new SortedDictionary<double, long>()).ToArray();
        for (var i = 0; i < tab.Counts.Length; i++)
        {
            var (resolution, hours) = (tab.Labels[0][i / tab.Labels[1].Count], tab.Labels[1][i % tab.Labels[1].Count]);
            if (tab.Counts[i] > 0 && hours.Length > 0)
            {
                var counts = byColumn[table.Columns.Position(resolution)];
                counts[Parse(hours)] = counts.GetValueOrDefault(Parse(hours)) + tab.Counts[i];
            }
        }

        return byColumn;
    }

    private Dictionary<string, long>[,] Split(CrossTab tab)
    {
        var split = new Dictionary<string, long>[table.Rows.Labels.Count, table.Columns.Labels.Count];
        for (var r = 0; r < split.GetLength(0); r++)
        {
            for (var c = 0; c < split.GetLength(1); c++)
            {
                split[r, c] = new Dictionary<string, long>(StringComparer.Ordinal);
            }
        }

        var depth = tab.Labels[2].Count;
        for (var i = 0; i < tab.Counts.Length; i++)
        {
            if (tab.Counts[i] > 0)
            {
                var cell = split[table.Rows.Position(tab.Labels[0][i / depth / tab.Labels[1].Count]), table.Columns.Position(tab.Labels[1][i / depth % tab.Labels[1].Count])];
                cell[tab.Labels[2][i % depth]] = cell.GetValueOrDefault(tab.Labels[2][i % depth]) + tab.Counts[i];
            }
        }

        return split;
    }

    private static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);
}
