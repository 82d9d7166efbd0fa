using Analytics.Publishing.Publish;
using Analytics.Publishing.Published;
using Analytics.Storage.Warehouse.Ledgers;

namespace Analytics.Pipeline.Runs;

/// <summary>What a report job has published last.</summary>
public static class LatestPublication
{
    /// <summary>The newest version of the newest period, or null where nothing is published, or its folder is gone.</summary>
    /// <param name="ledger">The runs.</param>
    /// <param name="report">Name of the report job.</param>
    /// <param name="scope">Its filters as text.</param>
    /// <param name="period">Label of the one period to look at; null for the newest.</param>
    public static Publication? Find(RunLedger ledger, string report, string scope, string? period)
    {
        var newest = ledger.Runs(report, scope)
            .Where(r => r is { State: RunState.Done, Folder: not null } && (period is null || r.Key.Period == period))
            .OrderBy(r => r.Key.Period, StringComparer.Ordinal)
            .ThenBy(r => r.Version)
            .LastOrDefault();
        return newest is null ? null : PublishedVersion.Find(newest.Folder!);
    }
}
