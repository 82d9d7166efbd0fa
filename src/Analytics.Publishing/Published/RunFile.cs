using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Publishing.Publish;

namespace Analytics.Publishing.Published;

/// <summary>
/// <c>run.json</c>: what a version was made from and what was checked. Everything in it but <see cref="Timings"/> is the same for the same
/// data and configuration; timings are the one part of a published folder that may differ, and are left out of every comparison.
/// </summary>
public sealed record RunFile
{
    /// <summary>Its name. The one file that may differ between equal contents: it holds the times of the run.</summary>
    public const string FileName = "run.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Version of this shape.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>Period label.</summary>
    public required string Period { get; init; }

    /// <summary>Filters; empty for the whole base.</summary>
    public required IReadOnlyList<Filter> Scope { get; init; }

    /// <summary>Language of the workbook and charts.</summary>
    public required string Language { get; init; }

    /// <summary>Version of the program.</summary>
    public required string ProgramVersion { get; init; }

    /// <summary>Hash over everything stored that the report could read.</summary>
    public required string DataVersion { get; init; }

    /// <summary>Hash over every setting that can change the report.</summary>
    public required string ConfigurationHash { get; init; }

    /// <summary>Newest moment the warehouse knew, UTC.</summary>
    public required DateTime CutOff { get; init; }

    /// <summary>Days of the subscriber snapshots used.</summary>
    public required IReadOnlyList<DateOnly> PopulationAsOf { get; init; }

    /// <summary>Row counts of every source: read, stored, already there, quarantined.</summary>
    public required IReadOnlyList<ImportSummary> Sources { get; init; }

    /// <summary>Checks passed before publishing: <c>ties</c>, <c>workbook</c>, <c>report</c>, <c>charts</c>.</summary>
    public required IReadOnlyList<string> ChecksPassed { get; init; }

    /// <summary>Every other file of the version with its size and SHA-256.</summary>
    public required IReadOnlyList<RunFileEntry> Files { get; init; }

    /// <summary>Time each step took; differs from run to run.</summary>
    public required IReadOnlyList<StepTiming> Timings { get; init; }

    /// <summary>Reads a <c>run.json</c>, or gives null where it is missing or not one.</summary>
    public static RunFile? TryLoad(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<RunFile>(File.ReadAllBytes(path), Json);
        }
        catch (Exception fault) when (fault is JsonException or IOException)
        {
            return null;
        }
    }

    /// <summary>The file's bytes.</summary>
    public byte[] ToBytes() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Json), (byte)'\n'];

    internal static RunFile Of(Report report, string language, RunRecord run, IReadOnlyList<PublishedFile> files, IReadOnlyList<string> checks) => new()
    {
        Period = report.Header.Period,
        Scope = report.Header.Scope,
        Language = language,
        ProgramVersion = run.ProgramVersion,
        DataVersion = report.Header.DataVersion,
        ConfigurationHash = run.ConfigurationHash,
        CutOff = report.Header.CutOff,
        PopulationAsOf = report.Header.PopulationAsOf,
        Sources = report.DataQuality.Imports,
        ChecksPassed = checks,
        Files = [.. files.Select(f => new RunFileEntry(f.Name, f.Content.Length, Convert.ToHexStringLower(SHA256.HashData(f.Content.Span))))],
        Timings = run.Clock.Timings,
    };
}
