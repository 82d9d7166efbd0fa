using Analytics.Core.Canonical;
using Analytics.Storage.Mappings;
using Analytics.Storage.Privacy;
using Analytics.Storage.Sources;

namespace Analytics.Pipeline.Import;

/// <summary>A source opened with its mapping, ready to be read from its first record.</summary>
internal sealed class OpenedSource : IDisposable
{
    private const int PrecisionSample = 1000;

    private OpenedSource(ISourceReader source, RowMapper mapper) => (Source, Mapper) = (source, mapper);

    public ISourceReader Source { get; }

    public RowMapper Mapper { get; }

    public Mapping Mapping => Mapper.Mapping;

    public static OpenedSource Open(ImportRequest request, SubscriberPseudonymizer pseudonyms)
    {
        var source = SourceFile.Open(request.File, MappingFile.SourceOptionsOf(request.MappingFile));
        try
        {
            var mapping = MappingFile.Load(request.MappingFile, source.Header, source.Name);
            if (mapping.Table != request.Table) throw ImportFaults.OtherTable(request.MappingFile, mapping.Table.Name, request.Table.Name);
            return new OpenedSource(source, new RowMapper(mapping, source.Header, source.Name, pseudonyms, request.TimeZone));
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>How exactly the source dates its rows: as the mapping says, else the coarsest among the first thousand rows.</summary>
    public static DatePrecision PrecisionOf(ImportRequest request, SubscriberPseudonymizer pseudonyms)
    {
        using var opened = Open(request, pseudonyms);
        if (opened.Mapper.Precision is { } known) return known;
        while (opened.Source.Rows < PrecisionSample && opened.Source.Read())
        {
            opened.Mapper.Load(opened.Source);
        }

        return opened.Mapper.SeenPrecision ?? DatePrecision.Instant;
    }

    public void Dispose() => Source.Dispose();
}
