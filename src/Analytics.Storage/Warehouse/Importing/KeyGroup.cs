using Analytics.Storage.Warehouse.Engines;
using Microsoft.Data.Sqlite;

namespace Analytics.Storage.Warehouse.Importing;

/// <summary>
/// Inserts many new keys a statement, so that the cost of a statement is shared. The statement is made of the single insert's own text. It fails
/// rather than aborts at a key that is there: to be able to undo a statement, SQLite would keep a copy of every page it touches.
/// </summary>
internal sealed class KeyGroup : IDisposable
{
    /// <summary>Keys a statement inserts.</summary>
    public const int Keys = 16;

    /// <summary>Parameters of a key, in the order of <c>insert_key.sql</c>.</summary>
    public const int Parameters = 8;

    /// <param name="connection">The writer's connection.</param>
    /// <param name="insert">The insert of a single key, with its conflict clause.</param>
    public KeyGroup(SqliteConnection connection, string insert)
    {
        const string Values = "VALUES";
        var values = insert.IndexOf(Values, StringComparison.Ordinal) + Values.Length;
        var single = insert[values..(insert.IndexOf(')', values) + 1)];
        var groups = Enumerable.Range(0, Keys).Select(key => single.Replace(",", FormattableString.Invariant($"_{key},"), StringComparison.Ordinal).Replace(")", FormattableString.Invariant($"_{key})"), StringComparison.Ordinal));
        Statement = new BulkStatement(connection, insert[..values].Replace("INSERT INTO", "INSERT OR FAIL INTO", StringComparison.Ordinal) + string.Join(",", groups));
    }

    /// <summary>The statement; key k's parameters begin behind k × <see cref="Parameters"/>.</summary>
    public BulkStatement Statement { get; }

    /// <summary>Binds a key to the parameters behind <paramref name="offset"/>.</summary>
    public static void Bind(BulkStatement statement, int offset, in RowIdentity identity, long rowAt, long rowId, long import)
    {
        statement.Bind(offset + 1, identity.Key.High);
        statement.Bind(offset + 2, identity.Key.Low);
        statement.Bind(offset + 3, identity.Part);
        statement.Bind(offset + 4, rowAt);
        statement.Bind(offset + 5, rowId);
        statement.Bind(offset + 6, identity.Content.High);
        statement.Bind(offset + 7, identity.Content.Low);
        statement.Bind(offset + 8, import);
    }

    /// <summary>Inserts the keys bound, up to the first that is there already.</summary>
    /// <returns>Keys inserted.</returns>
    public int Insert() => Statement.ExecuteUntilBroken();

    /// <inheritdoc/>
    public void Dispose() => Statement.Dispose();
}
