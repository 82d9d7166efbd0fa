using System.Globalization;
using Analytics.Core;
using Analytics.Storage.Warehouse.Engines;
using Npgsql;

namespace Analytics.Storage.Warehouse.Sharding;

/// <summary>
/// Spreads the facts of a PostgreSQL warehouse over further PostgreSQL servers. Complaints, survey answers and population counts are
/// partitioned by row number; each partition is a table on another server, reached by <c>postgres_fdw</c>. Questions are grouped on
/// those servers at the same time, and only the groups come back. Labels, keys, ledgers and subscribers stay on the first server.
/// </summary>
public static class ShardSetup
{
    private static readonly string[] Tables = ["complaint", "survey", "population"];

    /// <summary>Sets the shards of an empty warehouse up, and makes warehouse and shards where they are empty databases.</summary>
    /// <param name="coordinator">The warehouse; its user must be allowed to make foreign servers.</param>
    /// <param name="shards">Connection strings of the servers, one database each, as the coordinator reaches them; at least two.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="AnalyticsException">
    /// AN3201: not PostgreSQL, or fewer than two shards. AN3202: the warehouse or a shard holds rows, or the warehouse has shards already. AN3203: a connection string cannot be read.
    /// </exception>
    public static void Initialise(WarehouseOptions coordinator, IReadOnlyList<string> shards, TimeProvider time)
    {
        if (coordinator.Provider != WarehouseProvider.PostgreSql || shards.Count < 2)
        {
            throw new AnalyticsException("AN3201", string.Create(CultureInfo.InvariantCulture, $"A warehouse on {coordinator.Provider} cannot be spread over {shards.Count} shards."), "Set Warehouse:Provider to PostgreSql and name two or more PostgreSQL databases.", FaultKind.Usage);
        }

        List<NpgsqlConnectionStringBuilder> servers = [.. shards.Select(Parse)];
        foreach (var shard in servers)
        {
            using var share = WarehouseDatabase.Open(coordinator with { ConnectionString = shard.ConnectionString, Password = "" }, time);
            RequireEmpty(share);
        }

        using var warehouse = WarehouseDatabase.Open(coordinator, time);
        RequireEmpty(warehouse);
        using var session = warehouse.OpenSession();
        if (Count(session) > 0)
        {
            throw new AnalyticsException("AN3202", $"The warehouse '{session.Place}' has shards already.", "Use it as it is, or set another one up in an empty database.", FaultKind.Usage);
        }

        session.InTransaction(() => Create(session, servers));
    }

    /// <summary>How many servers the facts are spread over; 0 where the warehouse is whole.</summary>
    internal static int Count(WarehouseSession session) => session.Dialect.Provider == WarehouseProvider.PostgreSql ? session.Scalar<int>("shard_count") : 0;

    private static void Create(WarehouseSession session, List<NpgsqlConnectionStringBuilder> servers)
    {
        for (var number = 0; number < servers.Count; number++)
        {
            var server = servers[number];
            session.Run(session.Dialect.Sql("create_shard")
                .Replace("{number}", Text(number), StringComparison.Ordinal)
                .Replace("{host}", Escaped(server.Host), StringComparison.Ordinal)
                .Replace("{port}", Text(server.Port), StringComparison.Ordinal)
                .Replace("{database}", Escaped(server.Database), StringComparison.Ordinal)
                .Replace("{user}", Escaped(server.Username), StringComparison.Ordinal)
                .Replace("{password}", string.IsNullOrEmpty(server.Password) ? "" : $", password '{Escaped(server.Password)}'", StringComparison.Ordinal));
        }

        foreach (var table in Tables)
        {
            session.Run(session.Dialect.ForTable("create_sharded_table", table).Replace("{shards}", Text(servers.Count), StringComparison.Ordinal));
            for (var number = 0; number < servers.Count; number++)
            {
                session.Run(session.Dialect.ForTable("create_share", table).Replace("{number}", Text(number), StringComparison.Ordinal));
            }
        }
    }

    private static void RequireEmpty(WarehouseDatabase warehouse)
    {
        using var session = warehouse.OpenSession();
        var isEmpty = warehouse.TotalRows() == 0 && session.Scalar<long?>("next_complaint", new { from = 0L }) is null && session.Scalar<long?>("next_survey", new { from = 0L }) is null;
        if (!isEmpty)
        {
            throw new AnalyticsException("AN3202", $"'{session.Place}' holds rows already.", "Set the shards up before the first import, with empty databases.", FaultKind.Usage);
        }
    }

    private static NpgsqlConnectionStringBuilder Parse(string text)
    {
        try
        {
            var server = new NpgsqlConnectionStringBuilder(text);
            return server is { Host.Length: > 0, Database.Length: > 0, Username.Length: > 0 } ? server : throw new ArgumentException("it names no host, database or user.");
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            throw new AnalyticsException("AN3203", $"The connection of a shard cannot be read: {fault.Message}", "Write for example Host=db1.example.org;Database=share1;Username=analytics.", FaultKind.Usage, fault);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Escaped(string? value) => (value ?? "").Replace("'", "''", StringComparison.Ordinal);
}
