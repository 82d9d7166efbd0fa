using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.RegularExpressions;
using Npgsql;

namespace Analytics.Storage.Sources.Databases;

/// <summary>PostgreSQL through Npgsql. Codes: appendix A of its manual.</summary>
internal sealed partial class PostgreSqlEngine : DatabaseEngine
{
    private const string ReadOnly = "-c default_transaction_read_only=on";

    // serialisation, deadlock, resources, too many connections, lock not to be had, shutting down, crashed, starting, idle session ended
    private static readonly HashSet<string> Passing = ["40001", "40P01", "53000", "53200", "53300", "55P03", "57P01", "57P02", "57P03", "57P05", "58030"];

    public override string Name => "PostgreSQL";

    public override string Dialect => "postgresql";

    public override bool ComparesRows => true;

    protected override DatabaseKind Kind => DatabaseKind.PostgreSql;

    public override string PlaceOf(DatabaseAddress address)
    {
        var settings = Builder(address);
        return string.Create(CultureInfo.InvariantCulture, $"{Name} {settings.Host}:{settings.Port}/{settings.Database}");
    }

    public override DbConnection Connect(DatabaseAddress address)
    {
        var given = Settings(address, Name);
        var settings = Builder(address);
        settings.Pooling = false;
        settings.CommandTimeout = (int)Math.Ceiling(address.CommandTimeout.TotalSeconds);
        settings.Options = string.IsNullOrEmpty(settings.Options) ? ReadOnly : $"{settings.Options} {ReadOnly}";
        settings.ApplicationName ??= ProgramName;
        settings.TcpKeepAlive = true;
        if (address.Encrypt && !Names(given, "sslmode")) settings.SslMode = SslMode.Require;
        if (address.Password() is { } password) settings.Password = password;
        return new NpgsqlConnection(settings.ConnectionString);
    }

    public override CellReader Cells(DbDataReader reader) => new(reader, areBytes: type => type is "text" or "name" || type.StartsWith("character", StringComparison.Ordinal));

    public override string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public override void Bind(DbCommand command, string name, object value, string typeName)
    {
        var parameter = new NpgsqlParameter(name, value);
        if (value is string) parameter.DataTypeName = Facets().Replace(typeName, "");
        command.Parameters.Add(parameter);
    }

    public override DatabaseTrouble TroubleOf(Exception fault) => fault switch
    {
        PostgresException { SqlState: ['0', '8', ..] } => DatabaseTrouble.Passing,
        PostgresException { SqlState: ['2', '8', ..] } => DatabaseTrouble.SignIn,
        PostgresException coded => Passing.Contains(coded.SqlState) ? DatabaseTrouble.Passing : DatabaseTrouble.Lasting,
        NpgsqlException { InnerException: TimeoutException } => DatabaseTrouble.TimedOut,
        NpgsqlException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown } } => DatabaseTrouble.Passing,
        NpgsqlException { InnerException: SocketException } => DatabaseTrouble.Unreachable,
        NpgsqlException { InnerException: AuthenticationException } => DatabaseTrouble.Encryption,
        NpgsqlException { InnerException: IOException } => DatabaseTrouble.Passing,
        NpgsqlException { InnerException: null } refused when refused.Message.Contains("SSL", StringComparison.Ordinal) => DatabaseTrouble.Encryption,
        NpgsqlException { InnerException: null } signIn when signIn.Message.Contains("password", StringComparison.OrdinalIgnoreCase) => DatabaseTrouble.SignIn,
        SocketException or TimeoutException => DatabaseTrouble.Unreachable,
        _ => DatabaseTrouble.Lasting,
    };

    public override bool IsMoment(string typeName) => typeName.StartsWith("timestamp", StringComparison.Ordinal);

    private NpgsqlConnectionStringBuilder Builder(DatabaseAddress address)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(address.ConnectionString);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or KeyNotFoundException or InvalidCastException or OverflowException)
        {
            throw DatabaseFaults.ConnectionStringUnreadable(Name);
        }
    }

    [GeneratedRegex(@"\(\d+(,\s*\d+)?\)")]
    private static partial Regex Facets();
}
