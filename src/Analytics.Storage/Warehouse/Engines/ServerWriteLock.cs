using System.Diagnostics;
using System.Globalization;
using Analytics.Core;

namespace Analytics.Storage.Warehouse.Engines;

/// <summary>
/// One writer at a time on a server: an advisory lock of the writer's own session, so that it ends with the session however that ends,
/// and a writer that has lost its lock has lost its connection too. A table says who holds it.
/// </summary>
internal sealed class ServerWriteLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly WarehouseSession _session;

    private ServerWriteLock(WarehouseSession session) => _session = session;

    /// <summary>Takes the lock, waiting for another holder at most <paramref name="wait"/>; <paramref name="onWait"/> is called once with the holder, where known.</summary>
    /// <exception cref="AnalyticsException">AN3001: somebody else holds it still.</exception>
    public static ServerWriteLock Acquire(WarehouseSession session, TimeSpan wait, string purpose, TimeProvider time, Action<WriteLockHolder?>? onWait)
    {
        var clock = Stopwatch.StartNew();
        var told = false;
        while (session.Scalar<int>("try_write_lock") == 0)
        {
            if (!told)
            {
                told = true;
                onWait?.Invoke(HolderOf(session));
            }

            if (clock.Elapsed >= wait)
            {
                throw WriteLock.Refused(session.Place, HolderOf(session));
            }

            Thread.Sleep(Pause);
        }

        Announce(session, purpose, time);
        return new ServerWriteLock(session);
    }

    /// <summary>Who holds the lock, or null where nobody does or it is not known.</summary>
    public static WriteLockHolder? HolderOf(WarehouseSession session)
    {
        var row = KnowsHolders(session) ? FindHolder(session) : null;
        return row is null ? null : new WriteLockHolder(row.ProcessId, row.Host, DateTime.Parse(row.Since, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal), row.Purpose);
    }

    /// <summary>Frees the lock; a lost connection has freed it already.</summary>
    public void Dispose()
    {
        try
        {
            if (KnowsHolders(_session))
            {
                _session.Execute("clear_write_holder");
            }

            _session.Scalar<int>("release_write_lock");
        }
        catch (AnalyticsException)
        {
            // the server is gone or has ended the session: with it went the lock
        }
    }

    private static Row? FindHolder(WarehouseSession session)
    {
        try
        {
            return session.First<Row>("find_write_holder");
        }
        catch (WarehouseException fault) when (fault.Trouble == WarehouseTrouble.StatementRefused)
        {
            // not every server of SQL Server's protocol can say who holds a lock; the lock itself holds all the same
            return null;
        }
    }

    private static bool KnowsHolders(WarehouseSession session) => session.Scalar<long>("has_table", new { table_name = "write_holder" }) > 0;

    private static void Announce(WarehouseSession session, string purpose, TimeProvider time)
    {
        if (KnowsHolders(session))
        {
            session.Execute("clear_write_holder");
            session.Execute("put_write_holder", new { process_id = Environment.ProcessId, host = Environment.MachineName, since = Migrations.Iso(time.GetUtcNow().UtcDateTime), purpose });
        }
    }

    private sealed record Row
    {
        public int ProcessId { get; init; }

        public string Host { get; init; } = "";

        public string Since { get; init; } = "";

        public string Purpose { get; init; } = "";
    }
}
