using System.Collections.Concurrent;

namespace Analytics.Storage.Sources.Databases;

/// <summary>The SQL asked of sources: embedded files with places for what the configuration names, one common text and an override where T-SQL differs.</summary>
internal static class SourceSql
{
    private const string Prefix = "Analytics.Storage.Sources.Databases.Sql.";
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    /// <summary>A statement with its places filled in.</summary>
    /// <param name="name">File name without ending.</param>
    /// <param name="dialect">Middle part of the overriding file's name.</param>
    /// <param name="places">Name of each place and what stands there.</param>
    public static string Fill(string name, string dialect, params ReadOnlySpan<(string Place, string Text)> places)
    {
        var sql = Texts.GetOrAdd($"{name}.{dialect}", _ => Load(name, dialect));
        foreach (var (place, text) in places)
        {
            sql = sql.Replace($"{{{place}}}", text, StringComparison.Ordinal);
        }

        return sql;
    }

    private static string Load(string name, string dialect)
    {
        var assembly = typeof(SourceSql).Assembly;
        using var stream = assembly.GetManifestResourceStream($"{Prefix}{name}.{dialect}.sql") ?? assembly.GetManifestResourceStream($"{Prefix}{name}.sql")
            ?? throw new InvalidOperationException($"No embedded SQL file '{name}.sql'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Trim();
    }
}
