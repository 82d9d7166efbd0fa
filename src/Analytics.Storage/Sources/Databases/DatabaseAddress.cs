namespace Analytics.Storage.Sources.Databases;

/// <summary>
/// Where a source database is and how it is spoken to. Neither the connection string nor the password ever leaves this object but to
/// the driver: <see cref="Place"/> names engine, server and database only.
/// </summary>
/// <param name="kind">Engine.</param>
/// <param name="connectionString">The driver's connection string; for SQLite also the bare path of a file.</param>
/// <param name="password">Gives the password when a connection is opened; null where the connection string has what is needed. May throw an <see cref="Core.AnalyticsException"/> where it cannot be had.</param>
public sealed class DatabaseAddress(DatabaseKind kind, string connectionString, Func<string>? password = null)
{
    /// <summary>Engine.</summary>
    public DatabaseKind Kind { get; } = kind;

    /// <summary>
    /// Whether the connection must be encrypted where the connection string does not itself say (<c>Encrypt</c>, <c>SSL Mode</c>): SQL Server
    /// <c>Mandatory</c>, PostgreSQL <c>Require</c>. False is for servers on this machine and for tests.
    /// </summary>
    public bool Encrypt { get; init; } = true;

    /// <summary>How long one statement may take to its next row.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a connection that broke, or a server that is busy, is tried again before the pull gives up; 0 for never. The waits grow from 1 s to 30 s.</summary>
    public int Retries { get; init; } = 7;

    /// <summary>Wait before the first new try; each further one is twice as long, up to 30 s.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The same address, for a look that does not wait.</summary>
    public DatabaseAddress WithoutRetries() => new(Kind, ConnectionString, password) { Encrypt = Encrypt, CommandTimeout = CommandTimeout, Retries = 0 };

    internal string ConnectionString { get; } = connectionString;

    internal string? Password() => password?.Invoke();

    /// <summary>Engine, server and database, or the file; no user, no password.</summary>
    /// <exception cref="Core.AnalyticsException">AN2311: the connection string cannot be read.</exception>
    public string Place => DatabaseEngine.Of(Kind).PlaceOf(this);

    /// <summary>The engine alone.</summary>
    public override string ToString() => Kind.ToString();
}
