using System.Security.Cryptography;
using Analytics.Core;
using Analytics.Storage.Privacy;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Importing;

namespace Analytics.Pipeline.Import;

/// <summary>
/// Brings one file into the warehouse: read, mapped and checked on the calling thread, written on another, in constant memory whatever
/// the file's size. The same file under the same mapping stores nothing twice; an interrupted run is continued by the next.
/// </summary>
public static class ImportRun
{
    /// <summary>Imports a file.</summary>
    /// <param name="request">What to import.</param>
    /// <param name="warehouse">Where to.</param>
    /// <param name="pseudonyms">Replaces subscriber ids.</param>
    /// <param name="progress">Told every few thousand records, on the calling thread; null where nobody looks.</param>
    /// <param name="cancellation">Stops between batches; what is written stays and the next run continues.</param>
    /// <exception cref="AnalyticsException">
    /// AN2001…AN2009 the source, AN2101…AN2104 the mapping, AN3xxx the warehouse, AN2201 counts that do not tie.
    /// </exception>
    public static ImportResult Execute(
        ImportRequest request,
        WarehouseDatabase warehouse,
        SubscriberPseudonymizer pseudonyms,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        using var opened = OpenedSource.Open(request, pseudonyms);
        var precision = opened.Mapper.Precision ?? OpenedSource.PrecisionOf(request, pseudonyms);
        var identity = new ImportIdentity(
            request.Table,
            opened.Source.Name,
            ContentHash(request.File),
            opened.Mapping.Hash,
            precision) { Header = ImportStream.HeaderOf(opened) };
        ImportStream.StoreWords(opened.Mapping, warehouse);
        using var session = warehouse.BeginImport(identity);
        return ImportStream.Run(opened, session, request.BatchRows, progress, cancellation);
    }

    internal static string ContentHash(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
