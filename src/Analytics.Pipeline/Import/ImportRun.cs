using System.Security.Cryptography;
using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Storage.Privacy;
using Analytics.Storage.Warehouse;

namespace Analytics.Pipeline.Import;

/// <summary>
/// Brings one file into the warehouse: read, mapped and checked on the calling thread, written on another, in constant memory whatever
/// the file's size. The same file under the same mapping stores nothing twice; an interrupted run is continued by the next.
/// </summary>
public static class ImportRun
{
    private const int RecordsPerReport = 8192;

    /// <summary>Imports a file.</summary>
    /// <param name="request">What to import.</param>
    /// <param name="warehouse">Where to.</param>
    /// <param name="pseudonyms">Replaces subscriber ids.</param>
    /// <param name="progress">Told every few thousand records, on the calling thread; null where nobody looks.</param>
    /// <param name="cancellation">Stops between batches; what is written stays and the next run continues.</param>
    /// <exception cref="AnalyticsException">AN2001…AN2009 the source, AN2101…AN2104 the mapping, AN3xxx the warehouse, AN2201 counts that do not tie.</exception>
    public static ImportResult Execute(
        ImportRequest request,
        WarehouseDatabase warehouse,
        SubscriberPseudonymizer pseudonyms,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        using var opened = OpenedSource.Open(request, pseudonyms);
        var precision = opened.Mapper.Precision ?? OpenedSource.PrecisionOf(request, pseudonyms);
        var identity = new ImportIdentity(request.Table, opened.Source.Name, ContentHash(request.File), opened.Mapping.Hash, precision) { Header = HeaderOf(opened) };
        StoreWords(opened, warehouse);
        using var session = warehouse.BeginImport(identity);
        var intake = new RowIntake(opened.Source, opened.Mapper);
        Stream(request, opened, session, intake, progress, cancellation);
        var findings = intake.Findings();
        var counts = session.Complete(findings);
        if (counts.Read != intake.Read || counts.Read != counts.Stored + counts.AlreadyThere + counts.Quarantined)
        {
            throw ImportFaults.DoNotTie(opened.Source.Name, intake.Read, counts.Stored, counts.AlreadyThere, counts.Quarantined);
        }

        progress?.Report(new ImportProgress(opened.Source.Rows, 1, counts.Quarantined));
        return new ImportResult(counts.Read, counts.Stored, counts.AlreadyThere, counts.Quarantined, opened.Source.Rows, findings);
    }

    private static void Stream(ImportRequest request, OpenedSource opened, ImportSession session, RowIntake intake, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var source = opened.Source;
        var resumeAfter = session.ResumeAfter;
        using var queue = new BatchQueue(request.Table, Math.Max(request.BatchRows, opened.Mapper.MostRows), session.Write, cancellation);
        var batch = queue.Take();
        try
        {
            while (source.Read())
            {
                intake.Take(batch, isStored: source.Rows <= resumeAfter);
                if (intake.IsFull(batch)) batch = Exchange(queue, batch);
                if (source.Rows % RecordsPerReport != 0) continue;
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new ImportProgress(source.Rows, source.Fraction, intake.Quarantined));
            }
        }
        catch (AnalyticsException)
        {
            // The source broke off: what came whole is kept, and the next run continues behind it.
            PutRest(queue, batch, resumeAfter);
            queue.Finish();
            throw;
        }

        PutRest(queue, batch, resumeAfter);
        queue.Finish();
    }

    private static RowBatch Exchange(BatchQueue queue, RowBatch batch)
    {
        queue.Put(batch);
        return queue.Take();
    }

    private static void PutRest(BatchQueue queue, RowBatch batch, long resumeAfter)
    {
        if (batch.SourceRowsRead > resumeAfter) queue.Put(batch);
    }

    private static string ContentHash(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static string HeaderOf(OpenedSource opened) => Storage.Mappings.RawRow.Join(opened.Source.Header);

    private static void StoreWords(OpenedSource opened, WarehouseDatabase warehouse)
    {
        foreach (var (language, labels) in opened.Mapping.Labels)
        {
            warehouse.PutLabels(language, labels);
        }

        if (opened.Mapping.Scales.Count == 0) return;
        warehouse.PutScales(opened.Mapping.Scales);
    }
}
