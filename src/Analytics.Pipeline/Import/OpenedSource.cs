using Analytics.Core.Canonical;
using Analytics.Storage.Mappings;
using Analytics.Storage.Privacy;
using Analytics.Storage.Sources;

namespace Analytics.Pipeline.Import;

/// <summary>A source opened with its mapping, ready to be read from its first record.</summary>
internal sealed class OpenedSource : IDisposable
{
    private const int PrecisionSample = 1000;

    /// <param name="source">The source, before its first record; owned from now on.</param>
    /// <param name="mapper">Mapper for its columns.</param>
    public OpenedSource(ISourceReader source, RowMapper mapper) => (Source, Mapper) = (source, mapper);

    public ISourceReader Source { get; }

    public RowMapper Mapper { get; }

    public Mapping Mapping => Mapper.Mapping;

    /// <summary>Whether the source begins behind what is stored already; a file begins at its beginning.</summary>
    public bool IsBehindStored { get; init; }

    /// <summary>Whether what the columns held is worth a finding: of a few new rows of a database it is not.</summary>
    public bool IsProfiled { get; init; } = true;

    /// <summary>Whether the same record may come twice; where the source has a key among its columns it cannot, and is not looked for.</summary>
    public bool MayRepeat { get; init; } = true;

    /// <summary>What the opener itself found about the source.</summary>
    public IReadOnlyList<Finding> OwnFindings { get; init; } = [];

    /// <summary>Findings over all that was read.</summary>
    public IReadOnlyList<Finding> Findings(RowIntake intake) => IsProfiled ? [.. OwnFindings, .. intake.Findings()] : OwnFindings;

    public static OpenedSource Open(ImportRequest request, SubscriberPseudonymizer pseudonyms)
    {
        var source = SourceFile.Open(request.File, MappingFile.SourceOptionsOf(request.MappingFile));
        try
        {
            var mapping = MappingFile.Load(request.MappingFile, source.Header, source.Name);
            if (mapping.Table != request.Table)
            {
                throw ImportFaults.OtherTable(request.MappingFile, mapping.Table.Name, request.Table.Name);
            }

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
        if (opened.Mapper.Precision is { } known)
        {
            return known;
        }

        while (opened.Source.Rows < PrecisionSample && opened.Source.Read())
        {
            opened.Mapper.Load(opened.Source);
        }

        return opened.Mapper.SeenPrecision ?? DatePrecision.Instant;
    }

    public void Dispose() => Source.Dispose();
}
