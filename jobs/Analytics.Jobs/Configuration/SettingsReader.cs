using System.Globalization;
using Analytics.Core;
using Microsoft.Extensions.Configuration;

namespace Analytics.Jobs.Configuration;

/// <summary>
/// Reads settings one by one, each with its default and bounds, and collects every fault instead of stopping at the first. What was
/// asked for is remembered: the known keys are the keys some code reads, so no list of them can go stale.
/// </summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    /// <summary>Sections whose values may be secrets, and so are never shown.</summary>
    private static readonly string[] SecretSections = ["Sources", "Warehouse", "Scheduler", "Delivery"];

    private readonly Dictionary<string, string> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every key read so far with its default, in reading order.</summary>
    public IReadOnlyDictionary<string, string> Known => _known;

    /// <summary>Faults found so far.</summary>
    public List<AnalyticsException> Faults { get; } = [];

    /// <summary>Text as written; blank means the default.</summary>
    public string Text(string key, string @default) => Raw(key, @default) ?? @default;

    /// <summary>A whole number from <paramref name="minimum"/> to <paramref name="maximum"/>.</summary>
    public int Whole(string key, int @default, int minimum, int maximum)
    {
        var raw = Raw(key, @default.ToString(CultureInfo.InvariantCulture));
        return raw is null ? @default : (int)Bounded(key, raw, @default, minimum, maximum, wholeOnly: true);
    }

    /// <summary>A number from <paramref name="minimum"/> to <paramref name="maximum"/>.</summary>
    public double Number(string key, double @default, double minimum, double maximum)
    {
        var raw = Raw(key, @default.ToString(CultureInfo.InvariantCulture));
        return raw is null ? @default : Bounded(key, raw, @default, minimum, maximum, wholeOnly: false);
    }

    /// <summary>One of a few words, whatever their case.</summary>
    public string Choice(string key, string @default, params IReadOnlyList<string> choices)
    {
        var raw = Raw(key, @default);
        if (raw is null || choices.FirstOrDefault(c => c.Equals(raw, StringComparison.OrdinalIgnoreCase)) is not { } choice)
        {
            if (raw is not null)
            {
                Faults.Add(new AnalyticsException("AN1006", $"Setting {key} is '{raw}'.", $"Write one of: {string.Join(", ", choices)}.", FaultKind.Usage));
            }

            return @default;
        }

        return choice;
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Flag(string key, bool @default) => Choice(key, @default.ToString(), bool.TrueString, bool.FalseString) == bool.TrueString;

    /// <summary>Names configured directly below a key, in their order.</summary>
    public IReadOnlyList<string> Names(string key) => [.. configuration.GetSection(key).GetChildren().Select(child => child.Key)];

    /// <summary>Text that <paramref name="parse"/> turns into a value; its <see cref="FormatException"/> says what is wrong with it.</summary>
    public T Parsed<T>(string key, string @default, Func<string, T> parse)
    {
        var raw = Raw(key, @default);
        if (raw is not null)
        {
            try
            {
                return parse(raw);
            }
            catch (FormatException fault)
            {
                Faults.Add(new AnalyticsException("AN1008", $"Setting {key} is '{raw}': {fault.Message}", $"The default is '{@default}'.", FaultKind.Usage));
            }
        }

        return parse(@default);
    }

    /// <summary>Adds a fault for every configured key that nothing has read.</summary>
    public void ReportUnknown()
    {
        foreach (var (key, value) in configuration.AsEnumerable().OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var parent = key.LastIndexOf(':') is var colon and > 0 ? key[..colon] : "";
            if (value is not null && !_known.ContainsKey(key) && !_known.ContainsKey(parent))
            {
                var hint = NearestName.Of(key, _known.Keys) is { } near ? $"Did you mean '{near}'?" : "appsettings.example.json lists every setting.";
                Faults.Add(new AnalyticsException("AN1003", $"There is no setting '{key}'{Shown(key, value)}.", hint, FaultKind.Usage));
            }
        }
    }

    // a misspelt Password would else be shown
    private static string Shown(string key, string value) =>
        Array.Exists(SecretSections, section => key.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase)) ? "" : $" (value '{value}')";

    /// <summary>The configured text, trimmed; a JSON array gives its items joined by commas; null where nothing or only blanks are configured.</summary>
    private string? Raw(string key, string @default)
    {
        _known[key] = @default;
        var section = configuration.GetSection(key);
        var text = section.Value ?? string.Join(", ", section.GetChildren().Select(item => item.Value));
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    private double Bounded(string key, string raw, double @default, double minimum, double maximum, bool wholeOnly)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            || !double.IsFinite(value) || (wholeOnly && value != Math.Floor(value)))
        {
            Faults.Add(
                new AnalyticsException(
                    "AN1004",
                    $"Setting {key} is '{raw}', which is not a {(wholeOnly ? "whole " : "")}number.",
                    string.Create(CultureInfo.InvariantCulture, $"Write a number from {minimum} to {maximum}, for example {@default}."),
                    FaultKind.Usage));
            return @default;
        }

        if (value < minimum || value > maximum)
        {
            var bound = value < minimum ? "below the smallest allowed value" : "above the largest allowed value";
            Faults.Add(
                new AnalyticsException(
                    "AN1005",
                    string.Create(CultureInfo.InvariantCulture, $"Setting {key} is {value}, {bound}, {(value < minimum ? minimum : maximum)}."),
                    string.Create(CultureInfo.InvariantCulture, $"Write a number from {minimum} to {maximum}."),
                    FaultKind.Usage));
            return @default;
        }

        return value;
    }
}
