using Analytics.Core;
using Microsoft.Extensions.Configuration;

namespace Analytics.Jobs.Configuration;

/// <summary>Where settings come from, each overriding the one before: appsettings.json in the working directory, environment variables, <c>--set</c>.</summary>
internal static class ConfigurationSources
{
    /// <summary>Name of the settings file in the working directory.</summary>
    public const string FileName = "appsettings.json";

    /// <summary>Environment variables that begin so are settings: <c>ANALYTICS__Report__Language=en</c>.</summary>
    public const string EnvironmentPrefix = "ANALYTICS__";

    /// <summary>Reads and validates the options.</summary>
    /// <param name="folder">Folder of appsettings.json: the working directory.</param>
    /// <param name="assignments"><c>Section:Key=value</c> of every <c>--set</c>.</param>
    /// <exception cref="ConfigurationException">Settings are unknown or out of bounds.</exception>
    /// <exception cref="AnalyticsException">AN1002: the file is not JSON; AN1010: a <c>--set</c> without key or equals sign.</exception>
    public static AnalyticsOptions Load(string folder, IReadOnlyList<string> assignments)
    {
        try
        {
            return OptionsBinder.Bind(new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(Path.GetFullPath(folder), FileName), optional: true)
                .AddEnvironmentVariables(EnvironmentPrefix)
                .AddInMemoryCollection(assignments.Select(Assignment))
                .Build());
        }
        catch (Exception fault) when (fault is InvalidDataException or FormatException)
        {
            var cause = fault.InnerException?.InnerException ?? fault.InnerException ?? fault;
            throw new AnalyticsException(
                "AN1002",
                $"{FileName} is not valid JSON: {cause.Message}",
                "Compare it with appsettings.example.json.",
                FaultKind.Usage,
                fault);
        }
    }

    private static KeyValuePair<string, string?> Assignment(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? new(text[..equals].Trim(), text[(equals + 1)..])
            : throw new AnalyticsException(
                "AN1010",
                $"--set '{text}' is not Section:Key=value.",
                "Write for example --set Report:Language=en.",
                FaultKind.Usage);
    }
}
