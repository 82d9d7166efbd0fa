using System.Data.Common;
using Analytics.Core;
using Microsoft.Data.Sqlite;

namespace Analytics.Storage.Warehouse.Engines;

/// <summary>Turns what the store or the file system reports into coded errors that end with the remedy.</summary>
internal static class WarehouseFaults
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;
    private const int PrimaryKey = 1555;
    private const int UniqueKey = 2067;

    /// <summary>Runs <paramref name="work"/>; a fault of the store comes out as an <see cref="AnalyticsException"/>.</summary>
    public static T Guard<T>(string file, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (Translate(fault, file) is { } coded)
        {
            throw coded;
        }
    }

    /// <summary>As <see cref="Guard{T}"/>, for work without a result.</summary>
    public static void Guard(string file, Action work) => Guard(file, () =>
    {
        work();
        return true;
    });

    /// <summary>As <see cref="Guard{T}(string, Func{T})"/>, for what comes as a stream.</summary>
    public static IEnumerable<T> GuardEach<T>(string file, IEnumerable<T> items)
    {
        using var each = Guard(file, items.GetEnumerator);
        while (Guard(file, each.MoveNext))
        {
            yield return each.Current;
        }
    }

    /// <summary>Whether a row was refused because another has its key.</summary>
    public static bool IsDuplicateKey(DbException fault) =>
        fault is SqliteException sqlite ? sqlite.SqliteExtendedErrorCode is UniqueKey or PrimaryKey : ServerFaults.IsDuplicateKey(fault);

    /// <summary>The coded error for a fault of the store or of its folder, or null where it is something else.</summary>
    public static AnalyticsException? Translate(Exception fault, string file) => fault switch
    {
        SqliteException sqlite => Of(sqlite, file),
        UnauthorizedAccessException => Denied(file, fault),
        DirectoryNotFoundException => Denied(file, fault),
        IOException io when IsDiskFull(io) => NoSpace(file, io),
        IOException io => Unreadable(file, io),
        _ => ServerFaults.Translate(fault, file),
    };

    private static AnalyticsException Of(SqliteException fault, string file) => fault.SqliteErrorCode switch
    {
        Full => NoSpace(file, fault),
        ReadOnly or CannotOpen => Denied(file, fault),
        Corrupt or NotADatabase => new("AN3005", $"The warehouse '{file}' is damaged or is not a warehouse ({fault.Message}).", "Put a backup in its place, or move the file away and import the sources again.", inner: fault),
        InputOutput => Unreadable(file, fault),
        Busy or Locked => new("AN3001", $"Another program is writing to the warehouse '{file}'.", "Wait for it to finish, or end it, then run the command again.", inner: fault),
        _ => new("AN3007", $"The warehouse '{file}' refused a statement: {fault.Message}.", "This is a fault of the program: report it with the output of --verbose.", inner: fault),
    };

    /// <summary>ENOSPC, or ERROR_DISK_FULL of Windows.</summary>
    private static bool IsDiskFull(IOException fault) => (fault.HResult & 0xFFFF) is 28 or 112;

    private static AnalyticsException NoSpace(string file, Exception fault) =>
        new("AN3004", $"The disk that holds the warehouse '{file}' is full; the batch at work was rolled back.", "Free some space and run the same command again: it continues where it stopped.", inner: fault);

    private static AnalyticsException Denied(string file, Exception fault) =>
        new("AN3003", $"The warehouse '{file}' cannot be opened for writing.", "Give this user write permission on the folder and the file, or set Warehouse:Path to another place.", FaultKind.Usage, fault);

    private static AnalyticsException Unreadable(string file, Exception fault) =>
        new("AN3006", $"Reading or writing the warehouse '{file}' failed: {fault.Message}", "Check the disk and its mount, then run the same command again: an import continues where it stopped.", inner: fault);
}
