using Analytics.Core;
using Analytics.Storage.Mappings;
using Analytics.Storage.Sources.Databases;

namespace Analytics.Pipeline.Pull;

/// <summary>Looks whether a source could be pulled, without reading a row or moving a file.</summary>
public static class SourceProbe
{
    /// <summary>Connects once, without waiting for a source that is away, and compares columns with mapping and settings.</summary>
    /// <returns>What was found, in a sentence.</returns>
    /// <exception cref="AnalyticsException">As a pull would: AN23xx the source, AN2101…AN2104 the mapping.</exception>
    public static string Look(SourceDefinition source, TimeProvider time, CancellationToken cancellation = default)
    {
        if (source.Folder is { } folder)
        {
            if (!Directory.Exists(folder.Path))
            {
                throw PullFaults.NoFolder(source.Name, folder.Path);
            }

            MappingFile.Load(source.MappingFile);
            return FormattableString.Invariant($"'{Path.GetFullPath(folder.Path)}' holds {DroppedFile.In(folder).Count} files to take.");
        }

        using var session = DatabaseSession.Open(source.Name, source.Address!.WithoutRetries(), source.Query!, time, null, cancellation);
        PullMapping.Load(source, session.Header);
        return FormattableString.Invariant($"{session.Place} answers with {session.Columns.Count} columns, among them all that its mapping and settings name.");
    }
}
