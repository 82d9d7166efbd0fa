using Analytics.Core.Canonical;
using Analytics.Pipeline.Import;
using Analytics.Storage.Mappings;

namespace Analytics.Pipeline.Pull;

/// <summary>The mapping of a database source, with what such a source asks of it.</summary>
internal static class PullMapping
{
    /// <summary>Whether rows without an id of their own are known by the source's key.</summary>
    public static bool NeedsKey(SourceDefinition source) => source.Query!.IsKeyed && source.Table.NaturalKey[0] is { Type: FieldType.Id, Required: false };

    /// <summary>Reads the mapping and checks it against the source's columns.</summary>
    /// <exception cref="Core.AnalyticsException">
    /// AN2101…AN2104: the mapping, a column that is not there named with the nearest that is; AN2321, AN2322: it does not suit a database.
    /// </exception>
    public static Mapping Load(SourceDefinition source, IReadOnlyList<string> header)
    {
        var mapping = MappingFile.Load(source.MappingFile, header, source.Name);
        if (mapping.Table != source.Table)
        {
            throw ImportFaults.OtherTable(source.MappingFile, mapping.Table.Name, source.Table.Name);
        }

        if (mapping.Columns.FirstOrDefault(c => c.Value.RowNumber is not null).Key is { } field)
        {
            throw PullFaults.RowNumbers(source.Name, source.MappingFile, field);
        }

        var hasId = source.Table.NaturalKey[0] is not { Type: FieldType.Id } id || mapping.Columns.ContainsKey(id.Name);
        if (!hasId && !source.Query!.IsKeyed && !source.Query.Overlap.IsNone)
        {
            throw PullFaults.Indistinct(source.Name, source.MappingFile);
        }

        return mapping;
    }
}
