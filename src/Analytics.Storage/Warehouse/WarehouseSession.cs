using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Analytics.Storage.Warehouse;

/// <summary>
/// A connection to the warehouse with the SQL of its engine. Statements are named by their embedded file; faults of the store come out
/// as coded errors. For one thread at a time.
/// </summary>
internal sealed class WarehouseSession : IDisposable
{
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

    /// <summary>The transaction at work, which commands made by hand must be given; null outside <see cref="InTransaction(Action)"/>.</summary>
    public DbTransaction? Transaction => _transaction;

    /// <summary>Runs <c>name.sql</c>.</summary>
    /// <returns>Rows changed.</returns>
    public int Execute(string name, object? parameters = null) => Guarded(() => Connection.Execute(Dialect.Sql(name), parameters, _transaction));

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
        _transaction = Connection is SqliteConnection embedded ? embedded.BeginTransaction(deferred: true) : Connection.BeginTransaction(IsolationLevel.RepeatableRead);
        Scalar<long>("has_schema_version");
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

    private void End()
    {
        _transaction?.Dispose();
        _transaction = null;
    }

    private T Guarded<T>(Func<T> work) => WarehouseFaults.Guard(Place, work);
}
