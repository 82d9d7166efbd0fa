using System.Security.Cryptography;
using System.Text;
using Analytics.Core.CrossTabs;

namespace Analytics.Publishing.Publish;

/// <summary>Names the folder of a scope: readable, the same in every language and for every order of the filters, and safe on every file system.</summary>
public static class ScopeFolder
{
    private const int LongestName = 150;

    /// <summary>
    /// <c>all</c> without filters, else <c>brand=全球通,region=宜昌+武汉</c>. Characters a file system refuses become <c>_</c>, and a name that
    /// had to be changed or cut at 150 bytes ends in <c>~</c> and eight hexadecimal digits of its hash, so that two scopes never share a folder.
    /// </summary>
    public static string Name(IReadOnlyList<Filter> scope)
    {
        if (scope.Count == 0)
        {
            return "all";
        }

        var full = string.Join(
            ',',
            scope.OrderBy(f => f.Column, StringComparer.Ordinal).Select(f => $"{f.Column}={string.Join('+', f.Values.Order(StringComparer.Ordinal))}"));
        var safe = Safe(full);
        if (safe == full)
        {
            return full;
        }

        return safe + "~" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(full)))[..8];
    }

    private static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > LongestName)
            {
                break;
            }

            var refused = Rune.IsControl(rune) || (rune.IsAscii && "<>:\"/\\|?*~".Contains((char)rune.Value, StringComparison.Ordinal));
            safe.Append(refused ? "_" : Rune.IsWhiteSpace(rune) ? "-" : rune.ToString());
        }

        return safe.ToString().TrimEnd('.', '-');
    }
}
