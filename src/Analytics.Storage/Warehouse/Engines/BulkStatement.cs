using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Analytics.Storage.Warehouse.Engines;

/// <summary>
/// A prepared statement used row by row without ADO.NET between: bind, step, read. Parameters are found by name once.
/// </summary>
internal sealed class BulkStatement : IRowCursor
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly IntPtr _handle;
    private readonly IntPtr _databaseHandle;
    private readonly (BoundKind Kind, long Bits)[] _bound;

    public BulkStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
        _handle = _statement.DangerousGetHandle();
        _databaseHandle = _database.DangerousGetHandle();
        _bound = new (BoundKind, long)[raw.sqlite3_bind_parameter_count(_statement) + 1];
    }

    private enum BoundKind : byte
    {
        Null,
        Whole,
        Real,
        Bytes,
    }

    /// <summary>Position of <c>@name</c>; 0 where the statement has no such parameter.</summary>
    public int Parameter(string name) => raw.sqlite3_bind_parameter_index(_statement, "@" + name);

    /// <summary>Position of a result column; −1 where the statement has no such column.</summary>
    public int Ordinal(string column)
    {
        for (var i = raw.sqlite3_column_count(_statement) - 1; i >= 0; i--)
        {
            if (raw.sqlite3_column_name(_statement, i).utf8_to_string() == column)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Binds a whole number; a value that is bound already is not bound again, since rows are much alike.</summary>
    public void Bind(int parameter, long value)
    {
        ref var bound = ref _bound[parameter];
        if (bound.Kind != BoundKind.Whole || bound.Bits != value)
        {
            Check(NativeSqlite.BindInteger(_handle, parameter, value));
            bound = (BoundKind.Whole, value);
        }
    }

    /// <summary>Binds a real number.</summary>
    public void Bind(int parameter, double value)
    {
        ref var bound = ref _bound[parameter];
        var bits = BitConverter.DoubleToInt64Bits(value);
        if (bound.Kind != BoundKind.Real || bound.Bits != bits)
        {
            Check(NativeSqlite.BindReal(_handle, parameter, value));
            bound = (BoundKind.Real, bits);
        }
    }

    /// <summary>Binds text.</summary>
    public void Bind(int parameter, string value)
    {
        Check(raw.sqlite3_bind_text(_statement, parameter, value));
        _bound[parameter].Kind = BoundKind.Bytes;
    }

    /// <summary>Binds bytes.</summary>
    public void BindBlob(int parameter, ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_blob(_statement, parameter, value));
        _bound[parameter].Kind = BoundKind.Bytes;
    }

    /// <summary>Binds no value.</summary>
    public void BindNull(int parameter)
    {
        ref var bound = ref _bound[parameter];
        if (bound.Kind != BoundKind.Null)
        {
            Check(NativeSqlite.BindNull(_handle, parameter));
            bound.Kind = BoundKind.Null;
        }
    }

    /// <summary>Runs to the next row; false at the end.</summary>
    public bool Step()
    {
        var result = NativeSqlite.Step(_handle);
        if (result == raw.SQLITE_ROW)
        {
            return true;
        }

        if (result != raw.SQLITE_DONE)
        {
            _ = NativeSqlite.Reset(_handle);
            Check(result);
        }

        return false;
    }

    /// <summary>Makes it ready for the next run; bound values stay.</summary>
    public void Reset() => _ = NativeSqlite.Reset(_handle);

    /// <summary>Runs an <c>INSERT OR FAIL</c>, which ends at the first row that breaks a uniqueness rule, and makes it ready again.</summary>
    /// <returns>Rows inserted: those before the one that broke it.</returns>
    public int ExecuteUntilBroken()
    {
        var result = NativeSqlite.Step(_handle);
        Reset();
        if (result != raw.SQLITE_DONE && (result & 0xFF) != raw.SQLITE_CONSTRAINT)
        {
            Check(result);
        }

        return NativeSqlite.Changes(_databaseHandle);
    }

    /// <summary>Runs a statement without rows and makes it ready again.</summary>
    /// <returns>Rows changed.</returns>
    public int Execute()
    {
        Step();
        Reset();
        return NativeSqlite.Changes(_databaseHandle);
    }

    public bool IsNull(int column) => NativeSqlite.ColumnType(_handle, column) == raw.SQLITE_NULL;

    public long Integer(int column) => NativeSqlite.ColumnInteger(_handle, column);

    public double Real(int column) => NativeSqlite.ColumnReal(_handle, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(_statement, column);

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw new SqliteException(raw.sqlite3_errmsg(_database).utf8_to_string(), result & 0xFF, result);
        }
    }
}
