using System.Globalization;
using System.Resources;
using Analytics.Core;

namespace Analytics.Reporting.Words;

/// <summary>The words of one language, read once from the assembly's resources.</summary>
internal sealed class WordStore
{
    private static readonly ResourceManager Resources = new("Analytics.Reporting.Words.Strings", typeof(WordStore).Assembly);
    private static readonly WordStore English = new("en", CultureInfo.InvariantCulture);
    private static readonly Lazy<WordStore> Chinese = new(() => new WordStore("zh-CN", CultureInfo.GetCultureInfo("zh-CN")));

    private readonly ResourceSet _words;

    private WordStore(string language, CultureInfo culture)
    {
        Language = language;
        _words = Resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)
            ?? throw new MissingManifestResourceException($"The words for {language} are not beside the program (folder {language}).");
    }

    /// <summary><c>en</c> or <c>zh-CN</c>.</summary>
    public string Language { get; }

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
    public string? Find(string key) => _words.GetString(key);

    /// <summary>All keys, in no particular order.</summary>
    public IEnumerable<string> Keys()
    {
        foreach (System.Collections.DictionaryEntry entry in _words)
        {
            yield return (string)entry.Key;
        }
    }
}
