using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Analytics.Core;

namespace Analytics.Study.Models;

/// <summary>Reads model files (JSON, comments and trailing commas allowed) and hands out the schema.</summary>
public static class ModelFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>The schema of model files (draft 2020-12) as JSON text.</summary>
    public static string Schema => Resource("model.schema.json");

    /// <summary>The definition in a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="AnalyticsException">AN7041: it cannot be read, is no model, or has faults, all of them in the text.</exception>
    public static ModelDefinition Load(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Fault(
                $"The model '{path}' cannot be read: {e.Message}",
                "Check the path, or begin with a template: analytics model template ECSI --out model.json",
                e);
        }
    }

    /// <summary>The definition in a JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="AnalyticsException">AN7041 as <see cref="Load"/>.</exception>
    public static ModelDefinition Parse(string json, string name = "model")
    {
        try
        {
            var raw = JsonSerializer.Deserialize<ModelJson>(json, Options) ?? throw new JsonException("it is null");
            var faults = new List<string>();
            var definition = raw.ToDefinition(faults);
            return definition is not null && faults.Count == 0
                ? definition
                : throw Fault(
                    $"The model '{name}' has faults: {string.Join("; ", faults)}.", "Mend them all; `analytics model schema` prints the JSON Schema.");
        }
        catch (JsonException e)
        {
            throw Fault(
                $"The model '{name}' is not what a model looks like: {e.Message}",
                "Correct the place the message names; `analytics model schema` prints the JSON Schema.",
                e);
        }
    }

    /// <summary>An embedded text of this folder.</summary>
    internal static string Resource(string name)
    {
        using var stream = typeof(ModelFile).Assembly.GetManifestResourceStream($"{typeof(ModelFile).Namespace}.{name}")
            ?? throw new InvalidOperationException($"The resource {name} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static AnalyticsException Fault(string problem, string remedy, Exception? inner = null) => new("AN7041", problem, remedy, FaultKind.Usage, inner);
}
