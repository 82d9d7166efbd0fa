using System.Data;
using System.Data.Common;
using System.Security.Authentication;
using Microsoft.Data.SqlClient;

namespace Analytics.Storage.Sources.Databases;

/// <summary>SQL Server, or a server that speaks its protocol, through SqlClient. Numbers: "Database Engine events and errors" of its manual.</summary>
internal sealed class SqlServerEngine : DatabaseEngine
{
    private const int StatementTimeout = -2;

    // deadlock, lock time-out, connection gone (64, 121, 233, 10053, 10054), shutting down or paused, busy or moving (Azure)
    private static readonly HashSet<int> Passing = [64, 121, 233, 1205, 1222, 6005, 10053, 10054, 10928, 10929, 17142, 40197, 40501, 40613, 49918, 49919, 49920];

    private static readonly HashSet<int> SignIn = [18452, 18456, 18470, 18486, 18487, 18488];

    // no such server, refused, no answer, named pipe
    private static readonly HashSet<int> Unreachable = [2, 53, 258, 10060, 10061, 11001];

    // the certificate's chain, name or validity
    private static readonly HashSet<int> Certificate = [20, -2146893019, -2146893022, -2146762481, -2146762487];

    public override string Name => "SQL Server";

    public override string Dialect => "sqlserver";

    public override bool ComparesRows => false;

    protected override DatabaseKind Kind => DatabaseKind.SqlServer;

    public override string PlaceOf(DatabaseAddress address)
    {
        var settings = Builder(address);
        return $"{Name} {settings.DataSource}/{settings.InitialCatalog}";
    }

    public override DbConnection Connect(DatabaseAddress address)
    {
        var given = Settings(address, Name);
        var settings = Builder(address);
        settings.Pooling = false;
        settings.ApplicationIntent = ApplicationIntent.ReadOnly;
        settings.CommandTimeout = (int)Math.Ceiling(address.CommandTimeout.TotalSeconds);
        settings.ConnectRetryCount = 0;
        settings.PersistSecurityInfo = false;
        if (!Names(given, "applicationname", "app")) settings.ApplicationName = ProgramName;
        if (!Names(given, "encrypt")) settings.Encrypt = address.Encrypt ? SqlConnectionEncryptOption.Mandatory : SqlConnectionEncryptOption.Optional;
        if (address.Password() is { } password) settings.Password = password;
        return new SqlConnection(settings.ConnectionString);
    }

    public override string Quote(string identifier) => $"[{identifier.Replace("]", "]]", StringComparison.Ordinal)}]";

    public override void Bind(DbCommand command, string name, object value, string typeName)
    {
        var parameter = new SqlParameter(name, value);
        if (Enum.TryParse<SqlDbType>(typeName, ignoreCase: true, out var type)) parameter.SqlDbType = type;
        command.Parameters.Add(parameter);
    }

    public override DatabaseTrouble TroubleOf(Exception fault) => fault switch
    {
        SqlException { Number: StatementTimeout } => DatabaseTrouble.TimedOut,
        SqlException coded when SignIn.Contains(coded.Number) => DatabaseTrouble.SignIn,
        SqlException coded when Certificate.Contains(coded.Number) || coded.InnerException is AuthenticationException => DatabaseTrouble.Encryption,
        SqlException coded when Passing.Contains(coded.Number) => DatabaseTrouble.Passing,
        SqlException coded when Unreachable.Contains(coded.Number) => DatabaseTrouble.Unreachable,
        SqlException { Class: >= 20 } => DatabaseTrouble.Unreachable, // the connection was ended, or could not be made
        _ => DatabaseTrouble.Lasting,
    };

    private SqlConnectionStringBuilder Builder(DatabaseAddress address)
    {
        try
        {
            return new SqlConnectionStringBuilder(address.ConnectionString);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw DatabaseFaults.ConnectionStringUnreadable(Name);
        }
    }
}
