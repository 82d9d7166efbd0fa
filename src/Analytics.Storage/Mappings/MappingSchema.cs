using System.Text;

namespace Analytics.Storage.Mappings;

/// <summary>The JSON Schema of mapping files, for editors and for printing.</summary>
public static class MappingSchema
{
    private const string Resource = "Analytics.Storage.Mappings.mapping.schema.json";

    /// <summary>The schema (draft 2020-12) as JSON text.</summary>
    public static string Json
    {
        get
        {
            using var stream = typeof(MappingSchema).Assembly.GetManifestResourceStream(Resource)
                ?? throw new InvalidOperationException($"The resource {Resource} is not embedded.");
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return reader.ReadToEnd();
        }
    }
}
