using System.Globalization;
using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Statistics.Descriptive;
using Analytics.Study.Masking;
using Analytics.Study.Rounds;
using Analytics.Study.Sections.Associations;
using Analytics.Study.Sections.Causes;

namespace Analytics.Study.Sections.Service;

/// <summary>How each cause was resolved, whether the customer accepted and was satisfied, and how long it took.</summary>
internal sealed class ResolutionStudy
{
    /// <summary>Resolutions shown one by one.</summary>
    public const int MaximumResolutions = 8;

    private static readonly CrossTabAxis Resolution = new("resolution");
    private readonly StudyWindow _window;
    private readonly StudyRequest _request;
    private readonly Answer _resolutions;
    private readonly Answer _accepted;
    private readonly Answer _satisfied;
    private MergedTable? _table;
    private List<(int Row, Answer Hours)> _hours = [];

    public ResolutionStudy(Questions questions, StudyWindow window, StudyRequest request)
    {
        (_window, _request) = (window, request);
        Answer Ask(params CrossTabAxis[] by) => questions.Ask(window.Ask(FactTable.Complaints, window.Current, by));
        _resolutions = Ask(Resolution);
        _accepted = Ask(CauseQuestions.Cause, Resolution, new("is_accepted"));
        _satisfied = Ask(CauseQuestions.Cause, Resolution, new("satisfaction"));
    }

    /// <summary>Sum over the cells before hiding.</summary>
    public long Total => _accepted.Tab.Total;

    /// <summary>Decides the cells and asks for the hours of each shown cause; null where there is nothing to show.</summary>
    public MergedTable? Count(SuppressionMask mask, Questions questions, out string reason)
    {
        var (cause, resolution) = (mask.Find("cause")!, mask.Axis(Resolution, _resolutions.Tab));
        reason = cause.IsWithheld || resolution.IsWithheld ? AbsenceReasons.TooFewCases : AbsenceReasons.NoSuchField;
        if (cause.IsWithheld || resolution.IsWithheld || !cause.HasKnown || !resolution.HasKnown)
        {
            return null;
        }

        var table = MergedTable.Of(MergedAxis.Of(cause, AssociationStudy.MaximumRows, 2 * mask.MinimumCell), MergedAxis.Of(resolution, MaximumResolutions, 2 * mask.MinimumCell), _accepted.Tab, mask);
        _table = table;
        _hours = [.. Enumerable.Range(0, table.Rows.Labels.Count).Where(r => table.Rows.Labels[r] is not "").Select(r => (r, questions.Ask(Hours(table, r))))];
        return table;
    }

    /// <summary>The rows, causes by size and resolutions within, once the hours are answered. Empty cells are left out.</summary>
    public IReadOnlyList<ResolutionRow> Compute()
    {
        if (_table is not { } table)
        {
            return [];
        }

        var accepted = Split(table, _accepted.Tab);
        var satisfied = Split(table, _satisfied.Tab);
        var rows = new List<ResolutionRow>();
        for (var r = 0; r < table.Rows.Labels.Count; r++)
        {
            var hours = _hours.FirstOrDefault(h => h.Row == r).Hours is { } answer ? HoursByColumn(table, answer.Tab) : null;
            for (var c = 0; c < table.Columns.Labels.Count; c++)
            {
                if (table.Counts[r, c] > 0)
                {
                    rows.Add(Row(table, r, c, accepted[r, c], satisfied[r, c], hours));
                }
            }
        }

        return rows;
    }

    private ResolutionRow Row(MergedTable table, int r, int c, Dictionary<string, long> accepted, Dictionary<string, long> satisfied, SortedDictionary<double, long>[]? hours)
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
            !_request.Facts.SurveyScales.TryGetValue("satisfaction", out var scale)
                ? Figure.Absent(rated.Length == 0 ? AbsenceReasons.NoSuchField : AbsenceReasons.ScaleUnknown)
                : Share(rated.Where(s => Parse(s.Key) >= scale.Maximum - 1).Sum(s => s.Value), rated.Sum(s => s.Value)),
            hours is null ? Figure.Absent(AbsenceReasons.NoSuchField) : Median(hours[c]));
    }

    private Figure Share(long yes, long known) =>
        known == 0 ? Figure.Absent(AbsenceReasons.NoSuchField)
        : known < _request.Settings.MinimumCell ? Figure.Suppressed
        : FigureMath.Share(yes, known, _request.Settings.ConfidenceLevel);

    private Figure Median(SortedDictionary<double, long> hours)
    {
        var closed = hours.Values.Sum();
        return closed == 0 ? Figure.Absent(AbsenceReasons.NoSuchField)
            : closed < _request.Settings.MinimumCell ? Figure.Suppressed
            : Figure.Of(QuantileType7.Of([.. hours.Keys], [.. hours.Values], 0.5), closed);
    }

    /// <summary>Counts by hours for every column of the table, from the answer of one row.</summary>
    private static SortedDictionary<double, long>[] HoursByColumn(MergedTable table, CrossTab tab)
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

    /// <summary>Handling hours by resolution of the causes in one row: asked row by row, because hours have thousands of values.</summary>
    private CrossTabQuery Hours(MergedTable table, int row)
    {
        var causes = table.Rows.Positions.Where(p => p.Value == row && p.Key.Length > 0).Select(p => p.Key).Order(StringComparer.Ordinal).ToArray();
        var query = _window.Ask(FactTable.Complaints, _window.Current, [Resolution, new("handling_hours")]);
        return query with { Where = [.. query.Where, new Filter("cause", causes)] };
    }

    private static Dictionary<string, long>[,] Split(MergedTable table, CrossTab tab)
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
