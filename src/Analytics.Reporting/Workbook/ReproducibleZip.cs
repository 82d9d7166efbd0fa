using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.Reporting.Workbook;

/// <summary>Rewrites a package so that equal content is equal bytes: fixed entry times and order, random ids replaced by running ones.</summary>
internal static partial class ReproducibleZip
{
    /// <summary>The earliest moment an entry of a zip file can have.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Copies a package.</summary>
    /// <param name="source">The package as the libraries wrote it.</param>
    /// <param name="target">Where the reproducible one goes; need not seek.</param>
    /// <param name="rewriterOf">What writes an entry afresh from its text, by the entry's name; null where it is copied.</param>
    public static void Copy(Stream source, Stream target, Func<string, Action<string, Stream>?> rewriterOf)
    {
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        using var from = new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true);
        using var to = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in from.Entries.OrderBy(e => Place(e.FullName)).ThenBy(e => e.FullName, StringComparer.Ordinal))
        {
            var copy = to.CreateEntry(RandomId().Replace(entry.FullName, m => Stable(ids, m.Value)), CompressionLevel.Fastest);
            copy.LastWriteTime = Epoch;
            using var output = copy.Open();
            if (rewriterOf(entry.FullName) is { } rewrite)
            {
                rewrite(Text(entry), output);
            }
            else
            {
                CopyEntry(entry, output, ids);
            }
        }
    }

    private static int Place(string name) => name switch { "[Content_Types].xml" => 0, "_rels/.rels" => 1, _ => 2 };

    /// <summary>Only small parts hold random ids; the sheets themselves are copied as they are.</summary>
    private static void CopyEntry(ZipArchiveEntry entry, Stream output, Dictionary<string, string> ids)
    {
        if (entry.FullName == "[Content_Types].xml" || entry.FullName.EndsWith(".rels", StringComparison.Ordinal))
        {
            output.Write(Encoding.UTF8.GetBytes(RandomId().Replace(Text(entry), m => Stable(ids, m.Value))));
            return;
        }

        using var input = entry.Open();
        input.CopyTo(output);
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Stable(Dictionary<string, string> ids, string random)
    {
        if (!ids.TryGetValue(random, out var stable))
        {
            ids.Add(
                random,
                stable = (random[0] == 'R' ? "Rn" : "")
                    + (ids.Count + 1).ToString(random[0] == 'R' ? "x" : "x32", System.Globalization.CultureInfo.InvariantCulture));
        }

        return stable;
    }

    [GeneratedRegex("(?<=[/\"])[0-9a-f]{32}(?=\\.psmdcp)|(?<=Id=\")R[0-9a-f]{16,32}(?=\")")]
    private static partial Regex RandomId();
}
