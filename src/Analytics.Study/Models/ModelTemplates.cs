using Analytics.Core;

namespace Analytics.Study.Models;

/// <summary>Models to begin with: the national indices and the operator's own.</summary>
public static class ModelTemplates
{
    /// <summary>
    /// Names of the templates: the Swedish barometer (SCSB, 1989), the American (ACSI), European (ECSI) and Chinese (CCSI) indices, the telecommunication
    /// index of China's ministry (TCSI), the European index as asked of mobile-phone users, the operator's own six constructs, and the eight of its index
    /// from image to loyalty.
    /// </summary>
    public static IReadOnlyList<string> Names { get; } = ["SCSB", "ACSI", "ECSI", "ECSI-mobile", "CCSI", "TCSI", "operator", "operator-index"];

    /// <summary>A template as JSON text.</summary>
    /// <param name="name">One of <see cref="Names"/>, in any case.</param>
    /// <exception cref="AnalyticsException">AN7042: there is none of that name.</exception>
    public static string Json(string name)
    {
        var found = Names.FirstOrDefault(n => n.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new AnalyticsException(
                "AN7042",
                $"There is no model template '{name}'.{NearestName.Hint(name, Names)}",
                $"Templates are {string.Join(", ", Names)}.",
                FaultKind.Usage);
        return ModelFile.Resource($"Templates.{found}.model.json");
    }
}
