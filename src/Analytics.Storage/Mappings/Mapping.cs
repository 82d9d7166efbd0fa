using Analytics.Core.Canonical;
using Analytics.Storage.Sources;

namespace Analytics.Storage.Mappings;

/// <summary>How the rows of one source file become rows of one canonical table. Read from JSON by <see cref="MappingFile"/>.</summary>
public sealed record Mapping
{
    /// <summary>Canonical table the rows become.</summary>
    public required CanonicalTable Table { get; init; }

    /// <summary>What was found in the source and decided for it; for people.</summary>
    public string Description { get; init; } = "";

    /// <summary>Format, encoding, delimiter, sheet and header row, where named.</summary>
    public SourceOptions Source { get; init; } = SourceOptions.Sniffed;

    /// <summary>IANA zone of the source's local times; null for the zone reports are cut in.</summary>
    public string? TimeZone { get; init; }

    /// <summary>How exactly the source dates its rows; null to take it from the date formats.</summary>
    public DatePrecision? Precision { get; init; }

    /// <summary>Whether numbers are written with a decimal comma, unless a column says otherwise.</summary>
    public bool DecimalComma { get; init; }

    /// <summary>Texts that mean "no value" in every column, beside blank.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Canonical column → where its values come from.</summary>
    public required IReadOnlyDictionary<string, ColumnMapping> Columns { get; init; }

    /// <summary>Groups of source columns of which each makes rows of its own; empty where a source row is a row.</summary>
    public IReadOnlyList<UnpivotMapping> Unpivot { get; init; } = [];

    /// <summary>Language → label as stored → label as shown.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Labels { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Survey item, or <c>*</c> for all others → its lowest and highest score.</summary>
    public IReadOnlyDictionary<string, ItemScale> Scales { get; init; } = new Dictionary<string, ItemScale>();

    /// <summary>Hash of the mapping file's content, 64 lower-case hexadecimal characters: names the mapping in import identities.</summary>
    public string Hash { get; init; } = "";

    /// <summary>Scale of an item: its own, else that of <c>*</c>, else null.</summary>
    public ItemScale? ScaleOf(string item) => Scales.TryGetValue(item, out var scale) || Scales.TryGetValue("*", out scale) ? scale : null;
}
