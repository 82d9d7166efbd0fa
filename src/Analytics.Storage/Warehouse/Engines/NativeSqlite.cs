using System.Runtime.InteropServices;

namespace Analytics.Storage.Warehouse.Engines;

/// <summary>
/// The few calls of SQLite that run millions of times in an import, declared without safe-handle marshalling, which costs more than
/// most of them do. The library is the one the SQLitePCLRaw bundle loads; the owner keeps the handle alive.
/// </summary>
internal static class NativeSqlite
{
    private const string Library = "e_sqlite3";

    [DllImport(Library, EntryPoint = "sqlite3_bind_int64", ExactSpelling = true)]
    [SuppressGCTransition]
    public static extern int BindInteger(IntPtr statement, int parameter, long value);

    [DllImport(Library, EntryPoint = "sqlite3_bind_double", ExactSpelling = true)]
    [SuppressGCTransition]
    public static extern int BindReal(IntPtr statement, int parameter, double value);

    [DllImport(Library, EntryPoint = "sqlite3_bind_null", ExactSpelling = true)]
    [SuppressGCTransition]
    public static extern int BindNull(IntPtr statement, int parameter);

    [DllImport(Library, EntryPoint = "sqlite3_step", ExactSpelling = true)]
    public static extern int Step(IntPtr statement);

    [DllImport(Library, EntryPoint = "sqlite3_reset", ExactSpelling = true)]
    public static extern int Reset(IntPtr statement);

    [DllImport(Library, EntryPoint = "sqlite3_changes", ExactSpelling = true)]
    [SuppressGCTransition]
    public static extern int Changes(IntPtr database);

    [DllImport(Library, EntryPoint = "sqlite3_column_type", ExactSpelling = true)]
    [SuppressGCTransition]
    public static extern int ColumnType(IntPtr statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_int64", ExactSpelling = true)]
    [SuppressGCTransition]
    public static extern long ColumnInteger(IntPtr statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_double", ExactSpelling = true)]
    [SuppressGCTransition]
    public static extern double ColumnReal(IntPtr statement, int column);
}
