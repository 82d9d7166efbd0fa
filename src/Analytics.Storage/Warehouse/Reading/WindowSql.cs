using Analytics.Storage.Warehouse.Engines;

namespace Analytics.Storage.Warehouse.Reading;

/// <summary>
/// A window query is one whole SQL file that reads every column there is. Lines that end in <c>-- for: a b</c> are kept only where one
/// of these columns is asked for, so that columns and joins nobody needs cost nothing.
/// </summary>
internal static class WindowSql
{
    private const string Mark = "-- for:";

    /// <summary>The query for the asked columns.</summary>
    public static string For(SqlDialect dialect, string name, IReadOnlyCollection<string> columns) =>
        string.Join('\n', dialect.Sql(name).Split('\n').Where(line => IsKept(line, columns)));

    private static bool IsKept(string line, IReadOnlyCollection<string> columns)
    {
        var mark = line.IndexOf(Mark, StringComparison.Ordinal);
        return mark < 0 || line[(mark + Mark.Length)..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Any(columns.Contains);
    }
}
