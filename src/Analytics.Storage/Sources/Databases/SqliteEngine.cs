using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Analytics.Storage.Sources.Databases;

/// <summary>SQLite files. Result codes: sqlite.org/rescode.html.</summary>
internal sealed class SqliteEngine : DatabaseEngine
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int CannotOpen = 14;

    public override string Name => "SQLite";

    public override string Dialect => "sqlite";

    public override bool ComparesRows => true;

    protected override DatabaseKind Kind => DatabaseKind.Sqlite;

    public override string PlaceOf(DatabaseAddress address) => $"{Name} '{Builder(address).DataSource}'";

    public override DbConnection Connect(DatabaseAddress address)
    {
        var settings = Builder(address);
        settings.Mode = SqliteOpenMode.ReadOnly;
        settings.Pooling = false;
        settings.DefaultTimeout = (int)Math.Ceiling(address.CommandTimeout.TotalSeconds);
        if (address.Password() is { } password) settings.Password = password;
        return new SqliteConnection(settings.ConnectionString);
    }

    public override string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public override void Bind(DbCommand command, string name, object value, string typeName) => command.Parameters.Add(new SqliteParameter(name, value));

    public override DatabaseTrouble TroubleOf(Exception fault) => fault switch
    {
        SqliteException { SqliteErrorCode: Busy or Locked } => DatabaseTrouble.Passing,
        SqliteException { SqliteErrorCode: CannotOpen } => DatabaseTrouble.Unreachable,
        _ => DatabaseTrouble.Lasting,
    };

    // a column's declared type says nothing of what its cells hold
    public override bool IsDay(string typeName) => false;

    public override bool IsMoment(string typeName) => false;

    public override CellReader Cells(DbDataReader reader) => new(reader, isTyped: false);

    private SqliteConnectionStringBuilder Builder(DatabaseAddress address)
    {
        if (!address.ConnectionString.Contains('=', StringComparison.Ordinal)) return new SqliteConnectionStringBuilder { DataSource = address.ConnectionString };
        Settings(address, Name);
        try
        {
            return new SqliteConnectionStringBuilder(address.ConnectionString);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            throw DatabaseFaults.ConnectionStringUnreadable(Name);
        }
    }
}
