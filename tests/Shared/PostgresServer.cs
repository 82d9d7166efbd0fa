using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Analytics.Tests;

/// <summary>
/// A PostgreSQL server of the tests' own, on loopback and a free port, from the binaries of this machine. It ends with the test
/// process however that ends, and leaves nothing behind.
/// </summary>
internal sealed class PostgresServer : IDisposable
{
    /// <summary>A user who has to sign in with <see cref="GuardedPassword"/>; the others are trusted.</summary>
    public const string GuardedUser = "guarded";

    /// <summary>Password of <see cref="GuardedUser"/>.</summary>
    public const string GuardedPassword = "p;w'\"d 密码";

    private const string OwnUser = "postgres";
    private static readonly Lazy<PostgresServer> SharedServer = new(() => new PostgresServer());
    private static readonly Lazy<string?> Binaries = new(FindBinaries);
    private static int _databases;
    private readonly string _folder;
    private readonly string _script;
    private Process? _process;

    private PostgresServer()
    {
        // not TMPDIR: the server's own user must get there, and a socket's path is short
        _folder = Directory.CreateDirectory(
            $"/tmp/analytics-postgres-{Environment.ProcessId}-{Guid.NewGuid():N}"[..40],
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
        Port = FreePort();
        _script = Path.Combine(_folder, "run.sh");
        File.WriteAllText(_script, $"""
            exec > "{_folder}/log" 2>&1
            "{Binaries.Value}/postgres" -D "{_folder}/data" -p {Port} -k "{_folder}" -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200 &
            server=$!
            word=end
            read -r word
            kill -QUIT $server
            wait $server
            [ "$word" = stop ] || rm -rf "{_folder}"
            """);
        if (Environment.UserName == "root")
        {
            Run("chown", "-R", OwnUser, _folder);
        }

        Run([.. AsOwner(), $"{Binaries.Value}/initdb", "-D", $"{_folder}/data", "-U", OwnUser, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]);
        // one user must give a password, so that a password can be got wrong
        var access = Path.Combine(_folder, "data", "pg_hba.conf");
        File.WriteAllText(access, $"host all {GuardedUser} 127.0.0.1/32 scram-sha-256\n" + File.ReadAllText(access));
        Start();
        Execute($"CREATE ROLE {GuardedUser} LOGIN SUPERUSER PASSWORD '{GuardedPassword.Replace("'", "''", StringComparison.Ordinal)}'");
    }

    /// <summary>Why no server can be started here, or null where one can.</summary>
    public static string? Missing => Binaries.Value is null
        ? "PostgreSQL is not installed (Debian: apt-get install postgresql)."
        : Environment.UserName == "root" && !File.ReadLines("/etc/passwd").Any(line => line.StartsWith(OwnUser + ":", StringComparison.Ordinal))
            ? $"PostgreSQL does not run as root and there is no user '{OwnUser}'."
            : null;

    /// <summary>The server all tests of this process share; the test is skipped where there can be none.</summary>
    public static PostgresServer Shared
    {
        get
        {
            Require();
            return SharedServer.Value;
        }
    }

    /// <summary>TCP port.</summary>
    public int Port { get; }

    /// <summary>Skips the test where no server can be started.</summary>
    public static void Require()
    {
        if (Missing is { } reason)
        {
            Assert.Skip(reason);
        }
    }

    /// <summary>A server of the test's own, that it may stop and start.</summary>
    public static PostgresServer New()
    {
        Require();
        return new PostgresServer();
    }

    /// <summary>Connection string of a database.</summary>
    public string ConnectionString(string database = "postgres") =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Port,
            Username = OwnUser,
            Database = database,
            IncludeErrorDetail = true
        }.ConnectionString;

    /// <summary>Makes an empty database and gives its connection string.</summary>
    public string CreateDatabase()
    {
        var name = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}";
        Execute($"CREATE DATABASE {name}");
        return ConnectionString(name);
    }

    /// <summary>Drops a database, whoever is connected to it.</summary>
    public void DropDatabase(string connectionString) =>
        Execute($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");

    /// <summary>Starts the server after <see cref="Stop"/>, with its data.</summary>
    public void Start()
    {
        string[] command = [.. AsOwner(), "sh", _script];
        _process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, WorkingDirectory = _folder })!;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Execute("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (attempt < 300 && !_process.HasExited)
            {
                Thread.Sleep(100);
            }
        }
    }

    /// <summary>Ends the server at once, as a crash would; its data stay.</summary>
    public void Stop()
    {
        _process!.StandardInput.WriteLine("stop");
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Ends all processes of the server with <c>kill -9</c>, as a machine that loses power would; its data stay.</summary>
    public void Kill()
    {
        using var server = Process.GetProcessById(
            int.Parse(File.ReadLines(Path.Combine(_folder, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture));
        server.Kill(entireProcessTree: true);
        Stop();
    }

    public void Dispose()
    {
        _process?.StandardInput.Close();
        _process?.WaitForExit();
        _process?.Dispose();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <summary>Runs a statement in the database <c>postgres</c>.</summary>
    public void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(ConnectionString() + ";Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string[] AsOwner() => Environment.UserName == "root" ? ["runuser", "-u", OwnUser, "--"] : [];

    private static string? FindBinaries() =>
        (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [])
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Run(params string[] command)
    {
        using var process = Process.Start(
            new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" })!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}: {errors.Result}");
        }
    }
}
