using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using Analytics.Core;

namespace Analytics.Reporting.Words;

/// <summary>
/// The words of one language, read once from the assembly's resources: <c>Words/Strings.resx</c> for what is shared, and the <c>Strings.resx</c> that a
/// section has in its own folder.
/// </summary>
internal sealed class WordStore
{
    /// <summary>How the name of an embedded word file ends, whichever folder it stands in.</summary>
    private const string Suffix = ".Strings.resources";

    private static readonly WordStore English = new("en", CultureInfo.InvariantCulture);
    private static readonly Lazy<WordStore> Chinese = new(() => new WordStore("zh-CN", CultureInfo.GetCultureInfo("zh-CN")));

    private readonly FrozenDictionary<string, string> _words;

    private WordStore(string language, CultureInfo culture)
    {
        Language = language;
        _words = Read(language, culture).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary><c>en</c> or <c>zh-CN</c>.</summary>
    public string Language { get; }

    /// <summary>All keys, in no particular order.</summary>
    public IReadOnlyCollection<string> Keys => _words.Keys;

    /// <summary>The store of a language tag: any <c>en…</c> or <c>zh…</c>; null for another language.</summary>
    public static WordStore? Of(string language)
    {
        var primary = language.Split('-', '_')[0];
        return primary.Equals("zh", StringComparison.OrdinalIgnoreCase) ? Chinese.Value
            : primary.Equals("en", StringComparison.OrdinalIgnoreCase) ? English
            : null;
    }

    /// <summary>As <see cref="Of"/>.</summary>
    /// <exception cref="AnalyticsException">AN5101: there are no words for the language.</exception>
    public static WordStore Required(string language) => Of(language)
        ?? throw new AnalyticsException("AN5101", $"There are no words for the language '{language}'.", "Use zh-CN or en.", FaultKind.Usage);

    /// <summary>The word of a key, or null.</summary>
    public string? Find(string key) => _words.GetValueOrDefault(key);

    private static Dictionary<string, string> Read(string language, CultureInfo culture)
    {
        var assembly = typeof(WordStore).Assembly;
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(Suffix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var file = new ResourceManager(name[..^".resources".Length], assembly).GetResourceSet(culture, createIfNotExists: true, tryParents: false)
                ?? throw new MissingManifestResourceException($"The words for {language} are not beside the program (folder {language}).");
            foreach (DictionaryEntry entry in file)
            {
                // Add, so that a key in two files fails at once instead of one hiding the other
                words.Add((string)entry.Key, (string)entry.Value!);
            }
        }

        return words;
    }
}
