using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Storage.Privacy;

namespace Analytics.Pipeline.Import;

/// <summary>Reads, maps and checks a whole file as an import would, and stores nothing.</summary>
public static class DryRun
{
    private const int SampleRows = 20;
    private const int BatchRows = 2048;

    /// <summary>Tries an import.</summary>
    /// <param name="request">What would be imported.</param>
    /// <param name="pseudonyms">Replaces subscriber ids, as the import would.</param>
    /// <param name="rows">First rows to show.</param>
    /// <param name="progress">Told every few thousand records.</param>
    /// <param name="cancellation">Stops between records.</param>
    /// <exception cref="AnalyticsException">AN2001…AN2009 the source, AN2101…AN2104 the mapping.</exception>
    public static DryRunResult Execute(
        ImportRequest request,
        SubscriberPseudonymizer pseudonyms,
        int rows = 10,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        using var opened = OpenedSource.Open(request, pseudonyms);
        var intake = new RowIntake(opened.Source, opened.Mapper, opened.MayRepeat);
        var batch = new RowBatch(request.Table, Math.Max(BatchRows, opened.Mapper.MostRows));
        var first = new List<IReadOnlyList<string>>();
        var sample = new List<QuarantinedRow>();
        var byRule = new Dictionary<(string Rule, string Field), long>();
        while (opened.Source.Read())
        {
            intake.Take(batch, isStored: false);
            if (!intake.IsFull(batch))
            {
                continue;
            }

            cancellation.ThrowIfCancellationRequested();
            Collect(batch, rows, first, sample, byRule);
            progress?.Report(new ImportProgress(opened.Source.Rows, opened.Source.Fraction, intake.Quarantined));
        }

        Collect(batch, rows, first, sample, byRule);
        return new DryRunResult(
            request.Table,
            opened.Mapper.Precision ?? opened.Mapper.SeenPrecision ?? DatePrecision.Instant,
            opened.Source.Rows,
            intake.Read,
            intake.Read - intake.Quarantined,
            intake.Quarantined,
            first,
            opened.Mapper.Profile.Columns,
            [.. byRule.OrderByDescending(r => r.Value).ThenBy(r => r.Key).Select(r => new RuleCount(r.Key.Rule, r.Key.Field, r.Value))],
            sample,
            intake.Findings());
    }

    private static void Collect(
        RowBatch batch, int rows, List<IReadOnlyList<string>> first, List<QuarantinedRow> sample, Dictionary<(string Rule, string Field), long> byRule)
    {
        for (var row = 0; row < batch.Count && first.Count < rows; row++)
        {
            var texts = new string[batch.Table.Fields.Count];
            foreach (var field in batch.Table.Fields)
            {
                texts[field.Index] = batch.Row(row)[field.Index].ToText(field.Type);
            }

            first.Add(texts);
        }

        foreach (var refused in batch.Quarantined)
        {
            byRule[(refused.Rule, refused.Field)] = byRule.GetValueOrDefault((refused.Rule, refused.Field)) + 1;
            if (sample.Count < SampleRows)
            {
                sample.Add(refused);
            }
        }

        batch.Clear();
    }
}
