using System.Globalization;
using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Pipeline.Import;
using Analytics.Storage.Mappings;
using Analytics.Storage.Privacy;
using Analytics.Storage.Sources;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Importing;

namespace Analytics.Pipeline.Pull;

/// <summary>
/// Takes the new files of a drop folder in. What a file is, its content says: one that was imported before is moved and not read again, so that a
/// pull that died between storing and moving is made good by the next.
/// </summary>
internal sealed class FolderPull(
    SourceDefinition source,
    DropFolder folder,
    WarehouseDatabase warehouse,
    SubscriberPseudonymizer pseudonyms,
    TimeProvider time,
    IProgress<ImportProgress>? progress,
    CancellationToken cancellation)
{
    private readonly List<Finding> _findings = [];
    private PullResult _total = new(source.Name, 0, 0, 0, 0);
    private PulledFiles _files = new(0, 0, 0, 0);

    /// <summary>
    /// Takes the files in. Called again after a fault of the warehouse that has passed, it goes on with the file it was at, and its result tells of both.
    /// </summary>
    public PullResult Run()
    {
        _files = _files with { Waiting = 0 };
        if (!Directory.Exists(folder.Path))
        {
            throw PullFaults.NoFolder(source.Name, folder.Path);
        }

        var mapping = MappingFile.Load(source.MappingFile);
        if (mapping.Table != source.Table)
        {
            throw ImportFaults.OtherTable(source.MappingFile, mapping.Table.Name, source.Table.Name);
        }

        foreach (var file in DroppedFile.In(folder))
        {
            cancellation.ThrowIfCancellationRequested();
            Take(file, mapping);
        }

        return _total with { Files = _files, Findings = _findings };
    }

    private void Take(DroppedFile file, Mapping mapping)
    {
        if (!file.IsSettled(time.GetUtcNow().UtcDateTime, folder.SettleTime))
        {
            _files = _files with { Waiting = _files.Waiting + 1 };
            return;
        }

        try
        {
            Import(file, mapping);
        }
        catch (FileNotFoundException)
        {
            // somebody took it away again
        }
        catch (SourceFileException fault)
        {
            Reject(file, fault);
        }
    }

    private void Import(DroppedFile file, Mapping mapping)
    {
        var hash = ImportRun.ContentHash(file.Path);
        if (warehouse.IsImported(new ImportIdentity(source.Table, file.Name, hash, mapping.Hash)))
        {
            file.MoveTo(folder.DoneFolder, hash);
            _files = _files with { Recognised = _files.Recognised + 1 };
            return;
        }

        var request = new ImportRequest(source.Table, file.Path, source.MappingFile, source.TimeZone) { BatchRows = source.BatchRows };
        var result = ImportRun.Execute(request, warehouse, pseudonyms, progress, cancellation);
        _total = _total with
        {
            Read = _total.Read + result.Read,
            Stored = _total.Stored + result.Stored,
            AlreadyThere = _total.AlreadyThere + result.AlreadyThere,
            Quarantined = _total.Quarantined + result.Quarantined,
        };
        _findings.AddRange(result.Findings);
        if (file.HasChanged())
        {
            // more was written meanwhile: the next pull reads it whole, and stores what is new
            _files = _files with { Waiting = _files.Waiting + 1 };
            return;
        }

        file.MoveTo(folder.DoneFolder, hash);
        _files = _files with { Imported = _files.Imported + 1 };
    }

    private void Reject(DroppedFile file, AnalyticsException fault)
    {
        var moved = file.MoveTo(folder.RejectedFolder, ImportRun.ContentHash(file.Path));
        var when = time.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        File.WriteAllText(
            moved + ".reason.txt",
            $"{fault.Code}: {fault.Problem}\nremedy: {fault.Remedy}\nsource: {source.Name}, rejected {when} UTC. Mend the file and put it into "
                + $"'{Path.GetFullPath(folder.Path)}' again.\n");
        _files = _files with { Rejected = _files.Rejected + 1 };
    }
}
