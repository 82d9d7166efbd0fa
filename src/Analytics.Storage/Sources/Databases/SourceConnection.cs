using System.Data.Common;
using Analytics.Core;
using Polly;
using Polly.Retry;

namespace Analytics.Storage.Sources.Databases;

/// <summary>
/// A connection to a source that is made anew when it breaks. Only what the provider's codes call passing is tried again, with growing
/// waits; everything else comes out as a coded error without a secret in it.
/// </summary>
internal sealed class SourceConnection : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private readonly DatabaseAddress _address;
    private readonly ResiliencePipeline _retries;
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenRegistration _onCancel;
    private DbConnection? _connection;
    private DbCommand? _running;
    private bool _answered;

    /// <param name="source">The source's name in the configuration.</param>
    /// <param name="address">Where it is.</param>
    /// <param name="time">Clock of the waits.</param>
    /// <param name="onWait">Told why and how long it waits before a new try; null where nobody looks.</param>
    /// <param name="cancellation">Ends a statement at work and every wait.</param>
    public SourceConnection(string source, DatabaseAddress address, TimeProvider time, Action<string, TimeSpan>? onWait, CancellationToken cancellation)
    {
        (Source, _address, _cancellation) = (source, address, cancellation);
        Engine = DatabaseEngine.Of(address.Kind);
        Place = Engine.PlaceOf(address);
        _retries = address.Retries == 0 ? ResiliencePipeline.Empty : new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(Retrying(address, onWait)).Build();
        _onCancel = cancellation.Register(() => _running?.Cancel());
    }

    /// <summary>The source's name in the configuration.</summary>
    public string Source { get; }

    public DatabaseEngine Engine { get; }

    /// <summary>Server and database, or the file.</summary>
    public string Place { get; }

    /// <summary>Rows delivered so far, for the error that tells where it broke off.</summary>
    public long Rows { get; set; }

    /// <summary>How often it was made anew after it had broken.</summary>
    public int Resumed { get; private set; }

    /// <summary>Whether an exception may be answered by asking again.</summary>
    public bool IsPassing(Exception fault) => !_cancellation.IsCancellationRequested && Engine.TroubleOf(fault) switch
    {
        DatabaseTrouble.Passing or DatabaseTrouble.TimedOut => true,
        DatabaseTrouble.Unreachable => _answered,
        _ => false,
    };

    /// <summary>Runs work on the open connection, anew after each fault that passes; the work must be able to begin again.</summary>
    /// <exception cref="AnalyticsException">AN2312…AN2319: what does not pass, or did not in all tries.</exception>
    public T Run<T>(Func<DbConnection, T> work)
    {
        try
        {
            return _retries.Execute(
                _ =>
                {
                    try
                    {
                        var result = work(Open());
                        _answered = true;
                        return result;
                    }
                    catch (Exception fault) when (fault is not AnalyticsException)
                    {
                        Break();
                        throw;
                    }
                },
                _cancellation);
        }
        catch (Exception fault) when (fault is not AnalyticsException)
        {
            throw Translated(fault);
        }
    }

    /// <summary>A command that ends when the pull is cancelled.</summary>
    public DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // the text comes of embedded files; table, query and quoted column names are the operator's own configuration
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = (int)Math.Ceiling(_address.CommandTimeout.TotalSeconds);
        return _running = command;
    }

    /// <summary>Lets go of a connection that has broken.</summary>
    public void Break()
    {
        if (_connection is null) return;
        Resumed += _answered ? 1 : 0;
        Close();
    }

    /// <summary>A driver's exception as a coded error.</summary>
    public Exception Translated(Exception fault)
    {
        if (_cancellation.IsCancellationRequested) return new OperationCanceledException(_cancellation);
        var (why, inner) = WithoutSecrets(fault);
        return Engine.TroubleOf(fault) switch
        {
            DatabaseTrouble.SignIn => DatabaseFaults.SignInRefused(Source, Place, why, inner),
            DatabaseTrouble.Encryption => DatabaseFaults.NotEncrypted(Source, Place, why, inner),
            DatabaseTrouble.TimedOut => DatabaseFaults.TimedOut(Source, Place, _address.CommandTimeout, inner),
            DatabaseTrouble.Unreachable when !_answered => DatabaseFaults.Unreachable(Source, Place, why, inner),
            DatabaseTrouble.Passing or DatabaseTrouble.Unreachable => DatabaseFaults.BrokeOff(Source, Place, _address.Retries + 1, Rows, why, inner),
            _ when fault is DbException or SystemException => DatabaseFaults.Refused(Source, Place, why, inner),
            _ => fault,
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _onCancel.Dispose();
        Close();
    }

    private RetryStrategyOptions Retrying(DatabaseAddress address, Action<string, TimeSpan>? onWait) => new()
    {
        MaxRetryAttempts = address.Retries,
        BackoffType = DelayBackoffType.Exponential,
        Delay = address.FirstWait,
        MaxDelay = LongestWait,
        ShouldHandle = tried => ValueTask.FromResult(tried.Outcome.Exception is { } fault && fault is not AnalyticsException && IsPassing(fault) && (tried.AttemptNumber == 0 || Engine.TroubleOf(fault) != DatabaseTrouble.TimedOut)),
        OnRetry = tried =>
        {
            onWait?.Invoke(WithoutSecrets(tried.Outcome.Exception!).Message, tried.RetryDelay);
            return default;
        },
    };

    private DbConnection Open()
    {
        if (_connection is not null) return _connection;
        var connection = Engine.Connect(_address);
        try
        {
            connection.Open();
            return _connection = connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Close()
    {
        _running = null;
        try
        {
            _connection?.Dispose();
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException or IOException)
        {
            // it is being left because it broke
        }

        _connection = null;
    }

    // drivers do not repeat passwords; should one ever do so, it does not get further than here
    private (string Message, Exception? Inner) WithoutSecrets(Exception fault)
    {
        var password = _address.Password() ?? new DbConnectionStringBuilder { ConnectionString = _address.ConnectionString.Contains('=', StringComparison.Ordinal) ? _address.ConnectionString : "" } switch
        {
            var settings when settings.TryGetValue("password", out var value) || settings.TryGetValue("pwd", out value) => value.ToString(),
            _ => null,
        };
        if (string.IsNullOrEmpty(password) || !fault.ToString().Contains(password, StringComparison.Ordinal)) return (fault.Message, fault);
        return (fault.Message.Replace(password, "•••", StringComparison.Ordinal), null);
    }
}
