namespace Analytics.Core;

/// <summary>Finds the name somebody probably meant: for remedies such as "Did you mean 'received_at'?".</summary>
public static class NearestName
{
    /// <summary>
    /// The candidate with the smallest edit distance (insert, delete, replace, swap of neighbours; case and <c>_ - space</c> ignored), or null
    /// where even the nearest differs in more than half of its letters.
    /// </summary>
    /// <param name="name">The name as written.</param>
    /// <param name="candidates">Names that exist; the first of equally near ones wins.</param>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        var wanted = Normalise(name);
        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var other = Normalise(candidate);
            var distance = Distance(wanted, other);
            // Where half of the letters differ, a suggestion would be a guess that sends somebody the wrong way.
            if (distance < bestDistance && distance * 2 <= Math.Max(wanted.Length, other.Length))
            {
                best = candidate;
                bestDistance = distance;
            }
        }

        return best;
    }

    /// <summary>"Did you mean 'x'?" with a leading space, or an empty string where nothing is near.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="candidates">Names that exist.</param>
    public static string Hint(string name, IEnumerable<string> candidates) => Of(name, candidates) is { } near ? $" Did you mean '{near}'?" : "";

    private static string Normalise(string name) => string.Concat(name.Where(c => c is not ('_' or '-' or ' '))).ToUpperInvariant();

    /// <summary>Optimal string alignment distance.</summary>
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            table[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            table[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                var least = Math.Min(replaced, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                table[i, j] = swapped ? Math.Min(least, table[i - 2, j - 2] + 1) : least;
            }
        }

        return table[a.Length, b.Length];
    }
}
