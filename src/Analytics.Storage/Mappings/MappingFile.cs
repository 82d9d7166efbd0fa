using System.Security.Cryptography;
using System.Text.Json;
using Analytics.Core;
using Analytics.Storage.Sources;

namespace Analytics.Storage.Mappings;

/// <summary>Reads mapping files and reports all their faults together.</summary>
public static class MappingFile
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The mapping in the JSON file at <paramref name="path"/> (comments and trailing commas allowed).</summary>
    /// <exception cref="AnalyticsException">AN2101: no such file; AN2102: not JSON; AN2103: one or more faults, all of them in the text.</exception>
    public static Mapping Load(string path)
    {
        var (mapping, faults) = Read(path);
        return faults.Count == 0 && mapping is not null ? mapping : throw Faulty(path, faults);
    }

    /// <summary>
    /// The mapping, checked against the columns of the source it is for: faults of the file and of the columns come in one message.
    /// </summary>
    /// <param name="path">Path of the mapping file.</param>
    /// <param name="header">Column names of the source.</param>
    /// <param name="sourceName">Name of the source, for the message.</param>
    /// <exception cref="AnalyticsException">As <see cref="Load(string)"/>; also where a column does not exist in the source (names the nearest) or its name is repeated.</exception>
    public static Mapping Load(string path, IReadOnlyList<string> header, string sourceName)
    {
        var (mapping, faults) = Read(path);
        if (mapping is not null) faults.AddRange(new SourceColumns(header, sourceName).FaultsOf(mapping));
        return faults.Count == 0 && mapping is not null ? mapping : throw Faulty(path, faults);
    }

    /// <summary>The mapping in a JSON text, for tests and generated mappings.</summary>
    /// <exception cref="AnalyticsException">As <see cref="Load(string)"/>.</exception>
    public static Mapping Parse(string json, string name = "mapping")
    {
        var (mapping, faults) = Read(System.Text.Encoding.UTF8.GetBytes(json), name);
        return faults.Count == 0 && mapping is not null ? mapping : throw Faulty(name, faults);
    }

    /// <summary>
    /// How the source of a mapping is written, read even where other parts of the mapping are faulty, so that its columns can be
    /// looked at before all faults are told.
    /// </summary>
    /// <exception cref="AnalyticsException">AN2101: no such file; AN2102: not JSON.</exception>
    public static SourceOptions SourceOptionsOf(string path) => Read(path).Mapping?.Source ?? SourceOptions.Sniffed;

    private static (Mapping? Mapping, List<string> Faults) Read(string path)
    {
        try
        {
            return Read(File.ReadAllBytes(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new AnalyticsException("AN2101", $"The mapping '{path}' cannot be read: {e.Message}", "Check the path, or make a first mapping with: analytics mapping suggest FILE", FaultKind.Usage, e);
        }
    }

    private static (Mapping? Mapping, List<string> Faults) Read(ReadOnlyMemory<byte> json, string name)
    {
        try
        {
            if (json.Span.StartsWith((byte[])[0xEF, 0xBB, 0xBF])) json = json[3..];
            using var document = JsonDocument.Parse(json, Options);
            var faults = new List<string>();
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return (null, ["the file is not one JSON object"]);
            }

            var hash = Convert.ToHexStringLower(SHA256.HashData(json.Span));
            return (MappingParser.Parse(new JsonPart(document.RootElement, "", faults), hash), faults);
        }
        catch (JsonException e)
        {
            throw new AnalyticsException(
                "AN2102",
                $"The mapping '{name}' is not JSON: {e.Message}",
                "Mend it there; `analytics mapping schema` prints the JSON Schema editors check against.",
                FaultKind.Usage,
                e);
        }
    }

    internal static SourceFileException Faulty(string path, List<string> faults) => new(
        "AN2103",
        $"The mapping '{path}' has {faults.Count} fault{(faults.Count == 1 ? "" : "s")}:{string.Concat(faults.Select(f => $"\n  {f}"))}\n",
        "Mend them all and run again; `analytics mapping schema` prints the JSON Schema.",
        FaultKind.Usage);
}
