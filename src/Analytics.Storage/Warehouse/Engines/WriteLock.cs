using System.Diagnostics;
using System.Text.Json;
using Analytics.Core;

namespace Analytics.Storage.Warehouse.Engines;

/// <summary>
/// One writer at a time, across processes: a file beside the database is held open exclusively, which the operating system ends with
/// the process however it dies. A second file says who holds it. Readers never touch either.
/// </summary>
internal sealed class WriteLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly FileStream _file;
    private readonly string _holderFile;

    private WriteLock(FileStream file, string holderFile)
    {
        _file = file;
        _holderFile = holderFile;
    }

    /// <summary>Takes the lock, waiting for another holder at most <paramref name="wait"/>; <paramref name="onWait"/> is called once with the holder, where known.</summary>
    /// <exception cref="AnalyticsException">AN3001: somebody else holds it still.</exception>
    public static WriteLock Acquire(string database, TimeSpan wait, string purpose, TimeProvider time, Action<WriteLockHolder?>? onWait)
    {
        var clock = Stopwatch.StartNew();
        var told = false;
        while (true)
        {
            if (TryOpen(database + ".lock") is { } file)
            {
                return Announced(new WriteLock(file, HolderFile(database)), purpose, time);
            }

            if (!told)
            {
                told = true;
                onWait?.Invoke(HolderOf(database));
            }

            if (clock.Elapsed >= wait)
            {
                throw Refused(database, HolderOf(database));
            }

            Thread.Sleep(Pause);
        }
    }

    /// <summary>Who wrote last into the holder file, or null where nobody is known.</summary>
    public static WriteLockHolder? HolderOf(string database)
    {
        try
        {
            return JsonSerializer.Deserialize<WriteLockHolder>(File.ReadAllText(HolderFile(database)));
        }
        catch (Exception fault) when (fault is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        File.Delete(_holderFile);
        _file.Dispose();
    }

    private static string HolderFile(string database) => database + ".lock.json";

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>The error for a lock that somebody else holds still.</summary>
    public static AnalyticsException Refused(string database, WriteLockHolder? holder) => new(
        "AN3001",
        holder is null
            ? $"Another process is writing to the warehouse '{database}'."
            : FormattableString.Invariant($"Process {holder.ProcessId} on {holder.Host} has been writing to the warehouse '{database}' since {holder.Since:yyyy-MM-dd HH:mm:ss} UTC ({holder.Purpose})."),
        "Wait for it to finish, or end it, then run the command again.");

    private static WriteLock Announced(WriteLock held, string purpose, TimeProvider time)
    {
        try
        {
            var holder = new WriteLockHolder(Environment.ProcessId, Environment.MachineName, time.GetUtcNow().UtcDateTime, purpose);
            File.WriteAllText(held._holderFile, JsonSerializer.Serialize(holder));
            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }
}
