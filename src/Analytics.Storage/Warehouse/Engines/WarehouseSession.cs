using System.Data;
using System.Data.Common;
using Analytics.Core;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Analytics.Storage.Warehouse.Engines;

/// <summary>
/// A connection to the warehouse with the SQL of its engine. Statements are named by their embedded file; faults of the store come out
/// as coded errors. For one thread at a time.
/// </summary>
internal sealed class WarehouseSession : IDisposable
{
    private readonly Dictionary<string, Dictionary<string, Type>> _shapes = new(StringComparer.Ordinal);
    private DbTransaction? _transaction;

    /// <param name="connection">An open connection, which the session then owns.</param>
    /// <param name="dialect">Its SQL.</param>
    /// <param name="place">File, or server and database, as errors name it.</param>
    public WarehouseSession(DbConnection connection, SqlDialect dialect, string place)
    {
        Connection = connection;
        Dialect = dialect;
        Place = place;
    }

    /// <summary>The connection.</summary>
    public DbConnection Connection { get; }

    /// <summary>The SQL of the connection's engine.</summary>
    public SqlDialect Dialect { get; }

    /// <summary>File, or server and database, as errors name it.</summary>
    public string Place { get; }

    /// <summary>The connection where the warehouse is the embedded one.</summary>
    public SqliteConnection Sqlite => (SqliteConnection)Connection;

    /// <summary>Whether the connection is known to be gone.</summary>
    public bool IsLost => Connection.State is ConnectionState.Closed or ConnectionState.Broken;

    /// <summary>The transaction at work, which commands made by hand must be given; null outside <see cref="InTransaction(Action)"/>.</summary>
    public DbTransaction? Transaction => _transaction;

    /// <summary>A text that fits its column: at most so many characters, the last one … where it was longer.</summary>
    public static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";

    /// <summary>A second session like this one, over a connection of its own.</summary>
    public WarehouseSession Another() => Guarded(() =>
    {
        var connection = (DbConnection)((ICloneable)Connection).Clone();
        try
        {
            connection.Open();
            return new WarehouseSession(connection, Dialect, Place);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    });

    /// <summary>Runs <c>name.sql</c>.</summary>
    /// <returns>Rows changed.</returns>
    public int Execute(string name, object? parameters = null) => Guarded(() => Connection.Execute(Dialect.Sql(name), parameters, _transaction));

    /// <summary>Runs <c>name.sql</c> with <c>{table}</c> filled in.</summary>
    public int ExecuteForTable(string name, string table) => Guarded(() => Connection.Execute(Dialect.ForTable(name, table), transaction: _transaction));

    /// <summary>Begins to load rows into a table of a server; the session can do nothing else until the load is disposed.</summary>
    /// <param name="table">Table.</param>
    /// <param name="columns">Columns that values come for; the others are left empty.</param>
    public IBulkLoad Load(string table, IReadOnlyList<string> columns) => Guarded<IBulkLoad>(() =>
    {
        var shape = Shape(table);
        BulkColumn[] typed = [.. columns.Select(c => new BulkColumn(c, shape[c]))];
        return Connection is NpgsqlConnection postgres ? new PostgresLoad(postgres, table, typed) : new SqlServerLoad((SqlConnection)Connection, (SqlTransaction?)_transaction, table, typed);
    });

    /// <summary>Runs statements without parameters that are given as text: a migration, a setting.</summary>
    public void Run(string sql) => Guarded(() => Connection.Execute(sql, transaction: _transaction));

    /// <summary>Runs an insert outside a transaction; false where another session has put in a row of the same key meanwhile.</summary>
    public bool TryInsert(string name, object? parameters = null) => Guarded(() =>
    {
        try
        {
            return Connection.Execute(Dialect.Sql(name), parameters, _transaction) > 0;
        }
        catch (DbException fault) when (WarehouseFaults.IsDuplicateKey(fault))
        {
            return false;
        }
    });

    /// <summary>The rows of <c>name.sql</c>.</summary>
    public IReadOnlyList<T> Query<T>(string name, object? parameters = null) => Guarded(() => Connection.Query<T>(Dialect.Sql(name), parameters, _transaction).AsList());

    /// <summary>The rows of <c>name.sql</c>, streamed; the session can do nothing else until the last is read or the enumerator disposed.</summary>
    public IEnumerable<T> Each<T>(string name, object? parameters = null) =>
        WarehouseFaults.GuardEach(Place, Guarded(() => Connection.Query<T>(Dialect.Sql(name), parameters, _transaction, buffered: false)));

    /// <summary>The first row of <c>name.sql</c>, or the default where there is none.</summary>
    public T? First<T>(string name, object? parameters = null) => Guarded(() => Connection.QueryFirstOrDefault<T>(Dialect.Sql(name), parameters, _transaction));

    /// <summary>The first value of <c>name.sql</c>, or the default where there is none.</summary>
    public T? Scalar<T>(string name, object? parameters = null) => Guarded(() => Connection.ExecuteScalar<T>(Dialect.Sql(name), parameters, _transaction));

    /// <summary>Runs a query given as text and reads it value by value; the session of a server can do nothing else until it is disposed.</summary>
    /// <param name="sql">Text of one of the dialect's files.</param>
    /// <param name="parameters">Values by name; names the text does not have are passed over.</param>
    public IRowCursor Read(string sql, params IEnumerable<(string Name, object Value)> parameters) => Guarded<IRowCursor>(() =>
    {
        if (Connection is SqliteConnection embedded)
        {
            return Bound(new BulkStatement(embedded, sql), parameters);
        }

        var command = Connection.CreateCommand();
#pragma warning disable CA2100 // the text comes from embedded files only
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = _transaction;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return new ServerCursor(command);
    });

    /// <summary>Runs <paramref name="work"/> in one transaction, which a fault rolls back. Not to be nested.</summary>
    /// <param name="work">Statements of this session.</param>
    /// <param name="isolation">Isolation asked of the engine; unspecified is the engine's own, and for SQLite always serialisable.</param>
    public T InTransaction<T>(Func<T> work, IsolationLevel isolation = IsolationLevel.Unspecified) => Guarded(() =>
    {
        Begin(isolation);
        try
        {
            var result = work();
            Commit();
            return result;
        }
        catch
        {
            Rollback();
            throw;
        }
    });

    /// <summary>As <see cref="InTransaction{T}"/>, for work without a result.</summary>
    public void InTransaction(Action work) => InTransaction(() =>
    {
        work();
        return true;
    });

    /// <summary>Begins a transaction that <see cref="Commit"/> or <see cref="Rollback"/> ends.</summary>
    public void Begin(IsolationLevel isolation = IsolationLevel.Unspecified)
    {
        if (_transaction is not null)
        {
            throw new InvalidOperationException("A transaction of this session is open already.");
        }

        _transaction = Connection.BeginTransaction(isolation);
    }

    /// <summary>Begins a transaction that reads one moment of the data, from now on, and blocks no writer.</summary>
    public void BeginReading()
    {
        _transaction = Connection switch
        {
            SqliteConnection embedded => embedded.BeginTransaction(deferred: true),
            SqlConnection server => server.BeginTransaction(IsolationLevel.Snapshot),
            _ => Connection.BeginTransaction(IsolationLevel.RepeatableRead),
        };
        try
        {
            // the moment is fixed by the first statement
            Query<(int Id, string Name)>("schema_versions");
        }
        catch (AnalyticsException) when (Connection is SqlConnection { State: ConnectionState.Open })
        {
            // a database that keeps no row versions: locks give the same numbers, and writers wait for the reader
            Rollback();
            _transaction = Connection.BeginTransaction(IsolationLevel.Serializable);
            Query<(int Id, string Name)>("schema_versions");
        }
    }

    /// <summary>Commits the open transaction.</summary>
    public void Commit()
    {
        _transaction!.Commit();
        End();
    }

    /// <summary>Rolls the open transaction back.</summary>
    public void Rollback()
    {
        try
        {
            _transaction?.Rollback();
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException)
        {
            // a full disk or a lost connection has ended the transaction already; the first error is the one to tell
        }

        End();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        End();
        Connection.Dispose();
    }

    private Dictionary<string, Type> Shape(string table)
    {
        if (!_shapes.TryGetValue(table, out var shape))
        {
            using var reader = Connection.ExecuteReader(Dialect.ForTable("table_shape", table), transaction: _transaction);
            shape = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetFieldType, StringComparer.Ordinal);
            _shapes.Add(table, shape);
        }

        return shape;
    }

    private static BulkStatement Bound(BulkStatement statement, IEnumerable<(string Name, object Value)> parameters)
    {
        foreach (var (name, value) in parameters)
        {
            switch (statement.Parameter(name), value)
            {
                case (0, _):
                    break;
                case (var position, string text):
                    statement.Bind(position, text);
                    break;
                case (var position, _):
                    statement.Bind(position, Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                    break;
            }
        }

        return statement;
    }

    private void End()
    {
        _transaction?.Dispose();
        _transaction = null;
    }

    /// <summary>A connection that was lost is not made anew behind the back of whoever holds its lock, transaction or snapshot.</summary>
    private T Guarded<T>(Func<T> work) => IsLost ? throw ServerFaults.Lost(Place) : WarehouseFaults.Guard(Place, work);
}
