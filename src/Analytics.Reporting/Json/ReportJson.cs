using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Analytics.Core;
using Analytics.Core.Reports;

namespace Analytics.Reporting.Json;

/// <summary>
/// <c>report.json</c>: the whole <see cref="Report"/>, camelCase, enumerations by name, UTF-8 without byte order mark, the same
/// bytes for the same report in every culture. What is written is read back exactly.
/// </summary>
public static class ReportJson
{
    private const string SchemaVersionName = "schemaVersion";

    /// <summary>How reports are written and read; also for parts of a report on their own.</summary>
    public static JsonSerializerOptions Options { get; } = MakeOptions();

    /// <summary>Writes the report.</summary>
    public static void Write(Report report, Stream target) => JsonSerializer.Serialize(target, report, Options);

    /// <summary>Reads a report.</summary>
    /// <exception cref="AnalyticsException">AN5111: its schema version is not the one this program knows. AN5112: not a report.</exception>
    public static Report Read(Stream source)
    {
        using var buffer = new MemoryStream();
        source.CopyTo(buffer);
        var bytes = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }

        try
        {
            var version = SchemaVersion(bytes);
            return version == Report.CurrentSchemaVersion
                ? JsonSerializer.Deserialize<Report>(bytes, Options) ?? throw NotAReport("it is null")
                : throw new AnalyticsException(
                    "AN5111",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The report has schema version {version ?? 0}; this program reads {Report.CurrentSchemaVersion}."),
                    "Read it with the program version that wrote it, or publish the period again.");
        }
        catch (JsonException fault)
        {
            throw NotAReport(fault.Message, fault);
        }
    }

    private static AnalyticsException NotAReport(string why, Exception? inner = null)
        => new("AN5112", $"This is not a report.json: {why}", "Give the report.json that was published beside the workbook.", inner: inner);

    /// <summary>The version, read ahead of the rest so that a report of another shape is told apart from a broken one.</summary>
    private static int? SchemaVersion(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("it does not begin with an object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(SchemaVersionName))
            {
                reader.Read();
                return reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var version) ? version : null;
            }

            reader.Skip();
        }

        return null;
    }

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions(ReportJsonContext.Default.Options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
        options.MakeReadOnly();
        return options;
    }
}
