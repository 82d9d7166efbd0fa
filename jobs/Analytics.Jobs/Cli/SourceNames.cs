using Analytics.Core;
using Analytics.Jobs.Configuration;
using Analytics.Pipeline.Pull;

namespace Analytics.Jobs.Cli;

/// <summary>Chooses among the configured sources.</summary>
internal static class SourceNames
{
    /// <summary>The sources of these names, all of them where there is none.</summary>
    /// <exception cref="AnalyticsException">AN2327: there is no such source, or none at all.</exception>
    public static IReadOnlyList<SourceDefinition> Choose(AnalyticsOptions options, IReadOnlyList<string> names)
    {
        if (options.Sources.Count == 0)
        {
            throw Unknown("No source is configured.", "Describe one under Sources in appsettings.json; appsettings.example.json shows how.");
        }

        return names.Count == 0 ? options.Sources : [.. names.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => Find(options.Sources, name))];
    }

    private static SourceDefinition Find(IReadOnlyList<SourceDefinition> sources, string name) =>
        sources.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw Unknown(
            $"There is no source '{name}'.{NearestName.Hint(name, sources.Select(s => s.Name))}",
            $"Configured are: {string.Join(", ", sources.Select(s => s.Name))}.");

    private static AnalyticsException Unknown(string problem, string remedy) => new("AN2327", problem, remedy, FaultKind.Usage);
}
