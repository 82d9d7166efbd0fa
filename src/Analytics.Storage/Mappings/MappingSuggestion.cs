using Analytics.Core.Canonical;
using Analytics.Storage.Privacy;
using Analytics.Storage.Sources;

namespace Analytics.Storage.Mappings;

/// <summary>A first mapping guessed from a file's headers and first rows, for a person to finish.</summary>
/// <param name="Table">Table the columns fit best.</param>
/// <param name="Json">The mapping as JSON with comments on what was not mapped and what is still missing.</param>
/// <param name="Mapped">Canonical columns found.</param>
/// <param name="Unmapped">Source columns left out.</param>
/// <param name="StillNeeded">Required canonical columns nothing fills: the mapping does not load before they are given.</param>
public sealed record MappingSuggestion(CanonicalTable Table, string Json, IReadOnlyList<string> Mapped, IReadOnlyList<string> Unmapped, IReadOnlyList<string> StillNeeded)
{
    private const int SampleRows = 2000;

    /// <summary>Guesses a mapping for a file.</summary>
    /// <param name="file">Path of the source.</param>
    /// <param name="table">Table to map to; null to choose the one that fits best.</param>
    /// <exception cref="Core.AnalyticsException">AN2001…AN2009: the file cannot be read.</exception>
    public static MappingSuggestion For(string file, CanonicalTable? table = null)
    {
        using var source = SourceFile.Open(file, SourceOptions.Sniffed);
        var blank = new Mapping { Table = table ?? CanonicalTable.Complaint, Columns = new Dictionary<string, ColumnMapping>() };
        var mapper = new RowMapper(blank, source.Header, source.Name, new SubscriberPseudonymizer(new byte[16]), "UTC");
        while (source.Rows < SampleRows && source.Read())
        {
            if (source.Fault is null) mapper.Load(source);
        }

        var profile = SourceSniffer.Sniff(file);
        var candidates = table is null ? CanonicalTable.All : [table];
        var best = candidates.Select(t => new ColumnGuess(t, mapper.Profile)).MaxBy(g => g.Score)!;
        return SuggestionWriter.Write(best, profile, source.Name);
    }
}
