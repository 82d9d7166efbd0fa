using System.Data.Common;

namespace Analytics.Storage.Sources.Databases;

/// <summary>What differs between the engines a source may be kept in.</summary>
internal abstract class DatabaseEngine
{
    /// <summary>Name under which servers list the connection, where the connection string gives none.</summary>
    protected const string ProgramName = "analytics";

    private static readonly DatabaseEngine[] All = [new SqlServerEngine(), new PostgreSqlEngine(), new SqliteEngine()];

    /// <summary>The engine's name as people write it.</summary>
    public abstract string Name { get; }

    /// <summary>Middle part of its SQL overrides.</summary>
    public abstract string Dialect { get; }

    /// <summary>Whether it compares rows of several columns at once and finds them by an index.</summary>
    public abstract bool ComparesRows { get; }

    protected abstract DatabaseKind Kind { get; }

    public static DatabaseEngine Of(DatabaseKind kind) => Array.Find(All, e => e.Kind == kind)!;

    /// <summary>Server and database, or the file, as errors name it.</summary>
    public abstract string PlaceOf(DatabaseAddress address);

    /// <summary>A connection, not yet open, that only reads.</summary>
    public abstract DbConnection Connect(DatabaseAddress address);

    /// <summary>An identifier as it stands in SQL.</summary>
    public abstract string Quote(string identifier);

    /// <summary>Gives a command a parameter whose value came from a column of that type.</summary>
    public abstract void Bind(DbCommand command, string name, object value, string typeName);

    /// <summary>What an exception of the driver means.</summary>
    public abstract DatabaseTrouble TroubleOf(Exception fault);

    /// <summary>Whether values of a type are days without a time of day.</summary>
    public virtual bool IsDay(string typeName) => typeName.Equals("date", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether values of a type are moments.</summary>
    public virtual bool IsMoment(string typeName) => typeName.Contains("time", StringComparison.OrdinalIgnoreCase) && !typeName.Equals("timestamp", StringComparison.OrdinalIgnoreCase);

    /// <summary>A table's name with each of its parts quoted, unless they are already.</summary>
    public string QuoteTable(string table) =>
        table.IndexOfAny(['"', '[', '`']) >= 0 ? table : string.Join('.', table.Split('.').Select(part => Quote(part.Trim())));

    /// <summary>A reader of cells for a result, columns in its order.</summary>
    public virtual CellReader Cells(DbDataReader reader) => new(reader);

    /// <summary>The connection string's settings by name, as written; nothing of a string that cannot be read is repeated.</summary>
    protected static DbConnectionStringBuilder Settings(DatabaseAddress address, string engine)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = address.ConnectionString };
        }
        catch (ArgumentException)
        {
            throw DatabaseFaults.ConnectionStringUnreadable(engine);
        }
    }

    /// <summary>Whether the settings name one of these, however it is spelt.</summary>
    protected static bool Names(DbConnectionStringBuilder settings, params ReadOnlySpan<string> keywords)
    {
        foreach (string key in settings.Keys)
        {
            if (keywords.Contains(key.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant())) return true;
        }

        return false;
    }
}
