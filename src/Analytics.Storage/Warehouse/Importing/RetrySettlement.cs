using Analytics.Core.Canonical;
using Analytics.Storage.Warehouse.Engines;

namespace Analytics.Storage.Warehouse.Importing;

/// <summary>
/// Settles the quarantine of an import while its rows are tried again: rows that went in are released, others keep waiting under the
/// rule they break now, and the import's counts follow.
/// </summary>
internal sealed class RetrySettlement(WarehouseSession session, long import, string? onlyRule)
{
    private readonly HashSet<long> _refusedLines = [];

    /// <summary>Settles the rows of a batch; a line waits on if any of its rows was refused again.</summary>
    public void Settle(RowBatch batch, ReadOnlySpan<RowFate> fates)
    {
        _refusedLines.Clear();
        foreach (var row in batch.Quarantined)
        {
            _refusedLines.Add(row.Line);
            if (Requarantine(row, sameField: true) == 0)
            {
                Requarantine(row, sameField: false);
            }
        }

        for (var row = 0; row < batch.Count; row++)
        {
            if (fates[row] == RowFate.Refuse)
            {
                _refusedLines.Add(batch.Lines[row]);
            }
        }

        for (var row = 0; row < batch.Count; row++)
        {
            if (!_refusedLines.Contains(batch.Lines[row]))
            {
                session.Execute("release_line", new { import_id = import, line = batch.Lines[row], only_rule = onlyRule });
            }
        }
    }

    /// <summary>Carries the retry's counts over to the import.</summary>
    public void Finish(ImportCounts counts) => session.Execute("settle_retry", new { id = import, stored = counts.Stored, already_there = counts.AlreadyThere });

    /// <summary>A line may wait for several of its columns: the one that failed again is found by its field first.</summary>
    private int Requarantine(QuarantinedRow row, bool sameField) => session.Execute("requarantine",
        new { import_id = import, line = row.Line, rule_name = row.Rule, field = row.Field, value = row.Value, only_rule = onlyRule, same_field = sameField ? 1 : 0 });
}
