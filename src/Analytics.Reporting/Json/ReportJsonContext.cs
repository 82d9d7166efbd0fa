using System.Text.Json.Serialization;
using Analytics.Core.Reports;

namespace Analytics.Reporting.Json;

/// <summary>Serialiser code made at build time: the first report of a process costs no reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Report))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
