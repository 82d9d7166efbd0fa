using Analytics.Core.Reports;

namespace Analytics.Publishing.Revisions;

/// <summary>Compares a report with the version of its period and scope that was published before.</summary>
public static class RevisionStudy
{
    /// <summary>What the later report shows differently: headline measures, causes, segments and survey items, and the rows that made it so.</summary>
    /// <param name="before">Report of the version before.</param>
    /// <param name="version">Its number.</param>
    /// <param name="after">Report now.</param>
    /// <returns>Always a list; <see cref="ReportRevisions.TotalFigures"/> is 0 where nothing a reader would compare has changed.</returns>
    public static ReportRevisions Between(Report before, int version, Report after)
    {
        var kpis = Changed(Kpis(before), Kpis(after)).ToList();
        List<Revision> changed =
        [
            .. Changed(Others(before), Others(after))
                .OrderByDescending(r => Math.Abs(r.Change ?? double.MaxValue))
                .ThenBy(r => r.Subject, StringComparer.Ordinal)
                .ThenBy(r => r.Label, StringComparer.Ordinal),
        ];
        // a rate that moves with its count is told by the count; one that moves alone tells of the base
        var counted = changed.Where(r => r.Unit == MeasureUnit.Count).Select(r => (r.Subject, r.Label)).ToHashSet();
        List<Revision> all = [.. kpis, .. changed.Where(r => r.Unit != MeasureUnit.Per10k || !counted.Contains((r.Subject, r.Label)))];
        return new ReportRevisions(version, Rows(before.PeriodRows ?? [], after.PeriodRows ?? []), [.. all.Take(ReportRevisions.MostListed)], all.Count);
    }

    private static List<RevisedRows> Rows(IReadOnlyList<PeriodRows> before, IReadOnlyList<PeriodRows> after)
        => [.. from now in after
               join then in before on (now.Table, now.AsOf) equals (then.Table, then.AsOf)
               where now.Digest != then.Digest
               select new RevisedRows(now.Table, then.Rows, now.Rows)];

    private static IEnumerable<Shown> Kpis(Report report) => report.Kpis.Select(k => new Shown(k.Id.ToString(), null, k.Unit, k.Current));

    private static IEnumerable<Shown> Others(Report report)
    {
        foreach (var pareto in report.Paretos.Where(p => p.Measure == ParetoMeasure.Count && p.Within is null))
        {
            foreach (var item in pareto.Items.Where(i => i.Label is not null))
            {
                yield return new Shown("pareto:" + pareto.Level, item.Label, MeasureUnit.Count, Figure.Of(item.Value));
            }
        }

        foreach (var table in report.Segments)
        {
            foreach (var row in table.Rows)
            {
                yield return new Shown("segment:" + table.Column, row.Label, MeasureUnit.Count, row.Complaints);
                yield return new Shown("segment:" + table.Column, row.Label, MeasureUnit.Per10k, row.ComplaintsPer10k);
            }
        }

        foreach (var item in report.Survey)
        {
            yield return new Shown("survey", item.Group is null ? item.Item : $"{item.Item} · {item.Group}", MeasureUnit.Score, item.Score);
        }
    }

    private static IEnumerable<Revision> Changed(IEnumerable<Shown> before, IEnumerable<Shown> after)
    {
        var old = before.GroupBy(s => s.Key).ToDictionary(g => g.Key, g => g.First());
        foreach (var now in after.DistinctBy(s => s.Key))
        {
            old.Remove(now.Key, out var then);
            var figure = then?.Figure ?? NotShown;
            if (figure.State != now.Figure.State || figure.Value != now.Figure.Value)
            {
                yield return new Revision(now.Subject, now.Label, now.Unit, figure, now.Figure);
            }
        }

        foreach (var gone in old.Values)
        {
            yield return new Revision(gone.Subject, gone.Label, gone.Unit, gone.Figure, NotShown);
        }
    }

    private static Figure NotShown { get; } = Figure.Absent(AbsenceReasons.NotComparable);

    private sealed record Shown(string Subject, string? Label, MeasureUnit Unit, Figure Figure)
    {
        public (string, string?, MeasureUnit) Key => (Subject, Label, Unit);
    }
}
