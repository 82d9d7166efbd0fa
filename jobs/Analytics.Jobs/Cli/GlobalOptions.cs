using System.CommandLine;

namespace Analytics.Jobs.Cli;

/// <summary>Options that several commands share, under the same names everywhere.</summary>
internal static class GlobalOptions
{
    /// <summary><c>--set Section:Key=value</c>: the last word on a setting.</summary>
    public static Option<string[]> Set { get; } = new("--set")
    {
        Description = "Overrides one setting for this run; may be repeated. appsettings.example.json lists them all.",
        HelpName = "Section:Key=value",
        Recursive = true,
        DefaultValueFactory = _ => [],
    };

    /// <summary><c>--verbose</c>: stack traces.</summary>
    public static Option<bool> Verbose { get; } = new("--verbose") { Description = "Shows the stack trace behind an error.", Recursive = true };

    /// <summary><c>--json</c>: the result for a program.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Prints the result as one JSON object." };

    /// <summary><c>--strict</c>: exit code 3 where rows were quarantined.</summary>
    public static Option<bool> Strict() => new("--strict") { Description = "Ends with exit code 3 when rows were quarantined." };

    /// <summary><c>--where column=value|value</c>.</summary>
    public static Option<string[]> Where() => new("--where")
    {
        Description = "Keeps complaints whose column has one of the values; may be repeated, all must hold.",
        HelpName = "column=value|value",
        DefaultValueFactory = _ => [],
    };

    /// <summary><c>--period</c>.</summary>
    public static Option<string> Period() => new("--period")
    {
        Description = "ISO week 2026-W46, month 2026-10 or quarter 2026-Q3.",
        HelpName = "period",
        Required = true,
    };

    /// <summary><c>--language</c>.</summary>
    public static Option<string?> Language()
    {
        var option = new Option<string?>("--language") { Description = "Language of the report; the setting Report:Language where not given." };
        option.AcceptOnlyFromAmong("zh-CN", "en");
        return option;
    }
}
