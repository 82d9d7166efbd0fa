using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Storage.Mappings;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Importing;

namespace Analytics.Pipeline.Import;

/// <summary>
/// The way of rows from an opened source into an import, the same for files and databases: read, mapped and checked on the calling thread, written on another.
/// </summary>
internal static class ImportStream
{
    private const int RecordsPerReport = 8192;

    /// <summary>The first batch is small and each next twice as large, so that the writer has something to do early.</summary>
    private const int FirstBatchRows = 4096;

    /// <summary>
    /// Imports what is left of a source. A file is read from its beginning and what is stored already is passed over; other sources begin behind it.
    /// </summary>
    /// <param name="opened">Source and mapper.</param>
    /// <param name="session">The import.</param>
    /// <param name="batchRows">Canonical rows a batch holds at most.</param>
    /// <param name="progress">Told every few thousand records; null where nobody looks.</param>
    /// <param name="cancellation">Stops between records.</param>
    /// <exception cref="AnalyticsException">AN2201: the counts do not tie; otherwise as source and warehouse throw.</exception>
    public static ImportResult Run(
        OpenedSource opened, ImportSession session, int batchRows, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var readBefore = opened.IsBehindStored ? session.Counts.Read : 0;
        var intake = new RowIntake(opened.Source, opened.Mapper, opened.MayRepeat);
        Stream(opened, session, intake, batchRows, progress, cancellation);
        var findings = opened.Findings(intake);
        var counts = session.Complete(findings);
        if (counts.Read != readBefore + intake.Read || counts.Read != counts.Stored + counts.AlreadyThere + counts.Quarantined)
        {
            throw ImportFaults.DoNotTie(opened.Source.Name, readBefore + intake.Read, counts.Stored, counts.AlreadyThere, counts.Quarantined);
        }

        progress?.Report(new ImportProgress(opened.Source.Rows, 1, counts.Quarantined));
        return new ImportResult(counts.Read, counts.Stored, counts.AlreadyThere, counts.Quarantined, opened.Source.Rows, findings);
    }

    /// <summary>The source's header as the ledger keeps it.</summary>
    public static string HeaderOf(OpenedSource opened) => RawRow.Join(opened.Source.Header);

    /// <summary>Stores the labels and scales of a mapping.</summary>
    public static void StoreWords(Mapping mapping, WarehouseDatabase warehouse)
    {
        foreach (var (language, labels) in mapping.Labels)
        {
            warehouse.PutLabels(language, labels);
        }

        if (mapping.Scales.Count == 0)
        {
            return;
        }

        warehouse.PutScales(mapping.Scales);
    }

    private static void Stream(
        OpenedSource opened, ImportSession session, RowIntake intake, int batchRows, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var source = opened.Source;
        var resumeAfter = session.ResumeAfter;
        using var queue = new BatchQueue(opened.Mapping.Table, Math.Max(batchRows, opened.Mapper.MostRows), session, cancellation);
        var batch = queue.Take();
        var enough = FirstBatchRows;
        try
        {
            while (source.Read())
            {
                intake.Take(batch, isStored: source.Rows <= resumeAfter);
                if (batch.Count >= enough || intake.IsFull(batch))
                {
                    batch = Exchange(queue, batch, source.Position);
                    enough = Math.Min(enough * 2, batchRows);
                }

                if (source.Rows % RecordsPerReport != 0)
                {
                    continue;
                }

                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new ImportProgress(source.Rows, source.Fraction, intake.Quarantined));
            }
        }
        catch (AnalyticsException)
        {
            // The source broke off: what came whole is kept, and the next run continues behind it.
            PutRest(queue, batch, source.Position, resumeAfter);
            queue.Finish();
            throw;
        }

        PutRest(queue, batch, source.Position, resumeAfter);
        queue.Finish();
    }

    private static RowBatch Exchange(BatchQueue queue, RowBatch batch, string? position)
    {
        batch.SourcePosition = position;
        queue.Put(batch);
        return queue.Take();
    }

    private static void PutRest(BatchQueue queue, RowBatch batch, string? position, long resumeAfter)
    {
        batch.SourcePosition = position;
        if (batch.SourceRowsRead > resumeAfter)
        {
            queue.Put(batch);
        }
    }
}
