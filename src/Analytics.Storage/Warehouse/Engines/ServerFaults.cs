using System.Data.Common;
using System.Net.Sockets;
using System.Security.Authentication;
using Analytics.Core;
using Analytics.Storage.Warehouse.Sharding;
using Microsoft.Data.SqlClient;
using Npgsql;

namespace Analytics.Storage.Warehouse.Engines;

/// <summary>What the servers' drivers report, as coded errors that name the place and end with the remedy; no password is in any of them.</summary>
internal static class ServerFaults
{
    private const int SqlServerNull = 515;
    private const int SqlServerDuplicateKey = 2627;
    private const int SqlServerDeadlock = 1205;
    private const int SqlServerTimeout = -2;
    private static readonly int[] SqlServerSignIn = [18456, 18452, 4060, 4064];
    private static readonly int[] SqlServerDenied = [229, 230, 262, 297];
    private static readonly int[] SqlServerFull = [1105, 9002, 3257];

    /// <summary>The coded error for a fault of a server, or null where it is something else.</summary>
    public static AnalyticsException? Translate(Exception fault, string place) => fault switch
    {
        PostgresException postgres => Of(postgres, place),
        NpgsqlException postgres when IsDisagreement(postgres) => Unreachable(place, postgres),
        NpgsqlException { InnerException: SocketException } postgres when !IsBroken(postgres) => Unreachable(place, postgres),
        NpgsqlException { InnerException: TimeoutException } postgres => TimedOut(place, postgres),
        NpgsqlException postgres => Lost(place, postgres),
        SqlException server => Of(server, place),
        InvalidOperationException { InnerException: DbException inner } => Translate(inner, place),
        _ => null,
    };

    /// <summary>Whether a row was refused because another has its key.</summary>
    public static bool IsDuplicateKey(DbException fault) => fault switch
    {
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        SqlException server => server.Number == SqlServerDuplicateKey,
        _ => false,
    };

    /// <summary>Whether a fault passes by itself, by the providers' own codes: the server is away, starting or stopping, or the statement gave way to another one's lock.</summary>
    public static bool IsPassing(AnalyticsException fault) => (fault as WarehouseException)?.Trouble switch
    {
        WarehouseTrouble.Unreached or WarehouseTrouble.ConnectionLost or WarehouseTrouble.ShardGone => true,
        WarehouseTrouble.GaveWay => fault.InnerException is SqlException { Number: SqlServerDeadlock }
            or PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable },
        _ => false,
    };

    /// <summary>The coded error for a connection that was found lost before it was used.</summary>
    public static WarehouseException Lost(string place) => Lost(place, "it is closed.", null);

    private static AnalyticsException Of(PostgresException fault, string place) => fault.SqlState switch
    {
        _ when ShardFaults.IsOfShard(fault) => ShardFaults.Of(fault, place),
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InvalidCatalogName => SignIn(place, fault),
        PostgresErrorCodes.InsufficientPrivilege => Denied(place, fault),
        PostgresErrorCodes.DiskFull => Full(place, fault),
        PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections => Unreachable(place, fault),
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled => TimedOut(place, fault),
        _ when fault.SqlState.StartsWith("53", StringComparison.Ordinal) => Full(place, fault),
        _ when fault.SqlState.StartsWith("08", StringComparison.Ordinal) || fault.SqlState.StartsWith("57P", StringComparison.Ordinal) => Lost(place, fault),
        _ when fault.SqlState.StartsWith("58", StringComparison.Ordinal) => Lost(place, fault),
        _ => Refused(place, fault),
    };

    private static AnalyticsException Of(SqlException fault, string place) => fault.Number switch
    {
        var number when SqlServerSignIn.Contains(number) => SignIn(place, fault),
        var number when SqlServerDenied.Contains(number) => Denied(place, fault),
        var number when SqlServerFull.Contains(number) => Full(place, fault),
        SqlServerDeadlock or SqlServerTimeout => TimedOut(place, fault),
        SqlServerNull or SqlServerDuplicateKey => Refused(place, fault),
        _ when fault.ClientConnectionId == Guid.Empty => Unreachable(place, fault),
        _ when fault.Class >= 20 => Lost(place, fault),
        _ => Refused(place, fault),
    };

    /// <summary>A connection that was up reports its loss as a fault of reading or writing the stream.</summary>
    private static bool IsBroken(NpgsqlException fault) => fault.Message.StartsWith("Exception while", StringComparison.Ordinal);

    /// <summary>The two sides do not agree on encryption or its certificates.</summary>
    private static bool IsDisagreement(NpgsqlException fault) => fault.InnerException is AuthenticationException || fault.Message.Contains("SSL", StringComparison.Ordinal);

    private static WarehouseException Unreachable(string place, Exception fault) => new(
        WarehouseTrouble.Unreached,
        "AN3101",
        $"The warehouse '{place}' cannot be reached: {fault.Message}",
        "Check that the server runs, that host, port and encryption in Warehouse:ConnectionString are right and that the network lets this machine through; then run the command again.",
        fault);

    private static AnalyticsException SignIn(string place, Exception fault) =>
        new("AN3102", $"The warehouse '{place}' refused the sign-in: {fault.Message}", "Check user and database in Warehouse:ConnectionString and the password in Warehouse:PasswordFile or the environment.", FaultKind.Usage, fault);

    private static WarehouseException Lost(string place, Exception fault) => Lost(place, fault.Message, fault);

    private static WarehouseException Lost(string place, string why, Exception? inner) => new(
        WarehouseTrouble.ConnectionLost,
        "AN3103",
        $"The connection to the warehouse '{place}' was lost: {why}",
        "Run the same command again once the server is back: an import continues where it stopped.",
        inner);

    private static AnalyticsException Denied(string place, Exception fault) =>
        new("AN3104", $"The user of the warehouse '{place}' lacks a permission: {fault.Message}", "Grant it, as docs/operations.md lists them, or name another user in Warehouse:ConnectionString.", FaultKind.Usage, fault);

    private static AnalyticsException Full(string place, Exception fault) =>
        new("AN3105", $"The server of the warehouse '{place}' has run out of disk or memory; the batch at work was rolled back: {fault.Message}", "Free some on the server and run the same command again: it continues where it stopped.", inner: fault);

    private static WarehouseException TimedOut(string place, Exception fault) => new(
        WarehouseTrouble.GaveWay,
        "AN3106",
        $"The warehouse '{place}' did not finish a statement in time or gave way to another: {fault.Message}",
        "Run the same command again; where it happens often, look for long transactions on the server.",
        fault);

    private static WarehouseException Refused(string place, Exception fault) => new(
        WarehouseTrouble.StatementRefused,
        "AN3107",
        $"The warehouse '{place}' refused a statement: {fault.Message}",
        "This is a fault of the program, or of a schema changed by hand: report it with the output of --verbose.",
        fault);
}
