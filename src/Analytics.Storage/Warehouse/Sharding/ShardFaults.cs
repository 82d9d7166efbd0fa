using System.Globalization;
using Analytics.Core;
using Analytics.Storage.Warehouse.Engines;
using Npgsql;

namespace Analytics.Storage.Warehouse.Sharding;

/// <summary>Faults of a spread warehouse whose first server is well and another is not. What PostgreSQL reports then seldom says which: it is looked for.</summary>
internal static class ShardFaults
{
    private const string Gone = "AN3204";
    private const string Remedy = "Start that server, or mend the network to it, then run the same command again: nothing was published, and an import continues where it stopped.";

    /// <summary>What the first server says of others: connections to them that cannot be made or broke, and those they ended themselves.</summary>
    public static bool IsOfShard(PostgresException fault) => fault.SqlState switch
    {
        PostgresErrorCodes.SqlClientUnableToEstablishSqlConnection or PostgresErrorCodes.ConnectionFailure or PostgresErrorCodes.ConnectionDoesNotExist => true,
        _ => fault.SqlState.StartsWith("57P", StringComparison.Ordinal) && fault.Where?.Contains("remote SQL command", StringComparison.Ordinal) == true,
    };

    /// <summary>The coded error, which does not name the server yet.</summary>
    public static WarehouseException Of(PostgresException fault, string place) =>
        new WarehouseException(WarehouseTrouble.ShardGone, Gone, $"A server that holds a share of the warehouse '{place}' went away: {Cause(fault)}.", Remedy, inner: fault);

    /// <summary>Runs <paramref name="work"/>; where a server of a spread warehouse went away meanwhile, the error names it.</summary>
    public static T Guard<T>(WarehouseSession session, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (WarehouseException fault) when (fault.Trouble == WarehouseTrouble.ShardGone)
        {
            throw Named(fault, session);
        }
    }

    /// <summary>Asks every server for a sign of life over a session of its own, and names those that give none.</summary>
    /// <param name="fault">A fault of this code.</param>
    /// <param name="session">The session it was met in; it may be unusable.</param>
    private static WarehouseException Named(WarehouseException fault, WarehouseSession session)
    {
        try
        {
            using var other = session.Another();
            other.Execute("hurry");
            List<Shard> gone = [.. other.Query<Shard>("shards").Where(s => IsGone(other, s))];
            var why = fault.InnerException is PostgresException inner ? Cause(inner) : fault.Message;
            return gone.Count == 0
                ? new WarehouseException(WarehouseTrouble.ShardGone, Gone, $"A server that holds a share of the warehouse '{session.Place}' went away for a moment and is back: {why}.", "Run the same command again: nothing was published, and an import continues where it stopped.", inner: fault.InnerException)
                : new WarehouseException(WarehouseTrouble.ShardGone, Gone, $"The warehouse '{session.Place}' has lost {string.Join(" and ", gone.Select(s => $"{s.Place} ({s.Name})"))}, where a share of it is kept: {why}.", Remedy, inner: fault.InnerException);
        }
        catch (AnalyticsException)
        {
            return fault; // now the first server is away as well: what was met first is what is told
        }
    }

    private static bool IsGone(WarehouseSession session, Shard shard)
    {
        try
        {
            session.Run(session.Dialect.Sql("look_at_share").Replace("{number}", shard.Number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
            return false;
        }
        catch (AnalyticsException fault)
        {
            return fault is WarehouseException { Trouble: WarehouseTrouble.ShardGone };
        }
    }

    /// <summary>The first line says what happened, the others what the driver makes of it.</summary>
    private static string Cause(PostgresException fault) => fault.MessageText.Split('\n')[0].TrimEnd('.', ' ');

    private sealed class Shard
    {
        public string Name { get; init; } = "";

        public int Number { get; init; }

        public string Place { get; init; } = "";
    }
}
