using System.Text;
using System.Text.Json;
using Analytics.Core.Canonical;

namespace Analytics.Storage.Mappings;

/// <summary>The names, Chinese and English, that sources give to canonical columns.</summary>
internal static class ColumnSynonyms
{
    private const int ShortestContained = 2;
    private static readonly Lazy<Dictionary<string, string[]>> Names = new(Load);

    /// <summary>
    /// How well a header fits a canonical column, 0–1: 1 the canonical name itself, 0.9 a listed name, less where a listed name is a part of the
    /// header, by the share of the header it covers.
    /// </summary>
    public static double Fit(string header, CanonicalField field)
    {
        var name = Folded(header);
        if (name.Length == 0) return 0;
        if (name == Folded(field.Name)) return 1;
        double best = 0;
        foreach (var synonym in Names.Value.GetValueOrDefault(field.Name) ?? [])
        {
            if (synonym == name) return 0.9;
            if (synonym.Length >= ShortestContained && Contains(name, synonym)) best = Math.Max(best, 0.3 + (0.5 * synonym.Length / name.Length));
        }

        return best;
    }

    /// <summary>Header without unit in brackets, punctuation, case and doubled blanks.</summary>
    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c)) folded.Append(c);
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    // Words of a European header have blanks around them; a Chinese one has none.
    private static bool Contains(string name, string synonym) =>
        char.IsAscii(synonym[0]) ? $" {name} ".Contains($" {synonym} ", StringComparison.Ordinal) : name.Contains(synonym, StringComparison.Ordinal);

    private static Dictionary<string, string[]> Load()
    {
        using var stream = typeof(ColumnSynonyms).Assembly.GetManifestResourceStream("Analytics.Storage.Mappings.column.synonyms.json")
            ?? throw new InvalidOperationException("The table of column names is not embedded.");
        var names = JsonSerializer.Deserialize<Dictionary<string, string[]>>(stream) ?? [];
        return names.ToDictionary(n => n.Key, n => n.Value.Select(Folded).ToArray());
    }
}
