using Analytics.Core;
using Analytics.Storage.Warehouse.Ledgers;

namespace Analytics.Pipeline.Runs;

/// <summary>
/// An execution of a job while it runs: keeps its lease alive in the ledger, gathers its steps and counts, and lets others see what it is
/// doing. Steps are told from the working thread; the ledger is written from a timer, so no step waits for it.
/// </summary>
public sealed class ExecutionMonitor : IDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);
    private readonly RunLedger _ledger;
    private readonly TimeProvider _time;
    private readonly TimeSpan _lease;
    private readonly Action<string>? _said;
    private readonly Lock _gate = new();
    private readonly Lock _beating = new();
    private readonly List<KeyValuePair<string, long>> _steps = [];
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly List<string> _runs = [];
    private readonly ITimer _timer;
    private readonly JobExecution _begun;
    private string _step = "";

    /// <summary>Notes the beginning in the ledger and keeps the lease alive until disposal.</summary>
    /// <param name="ledger">Where it is noted.</param>
    /// <param name="begun">The execution; its lease is set here.</param>
    /// <param name="time">The clock.</param>
    /// <param name="lease">How long others wait for a sign of life before they take the work over.</param>
    /// <param name="said">Told the name of each step when it begins; or null.</param>
    public ExecutionMonitor(RunLedger ledger, JobExecution begun, TimeProvider time, TimeSpan lease, Action<string>? said = null)
    {
        (_ledger, _time, _lease, _said) = (ledger, time, lease, said);
        _begun = begun with { LeaseUntil = Now + lease };
        ledger.Lapse(Now - lease);
        ledger.Begin(_begun);
        var pause = TimeSpan.FromTicks(Math.Min((lease / 3).Ticks, LongestPause.Ticks));
        _timer = time.CreateTimer(_ => Beat(), null, pause, pause);
    }

    /// <summary>Id of the execution.</summary>
    public string Id => _begun.Id;

    /// <summary>The execution as it stands.</summary>
    public JobExecution Current
    {
        get
        {
            lock (_gate)
            {
                return _begun with
                {
                    LeaseUntil = Now + _lease,
                    Step = _step,
                    Steps = [.. _steps],
                    Counts = new Dictionary<string, long>(_counts),
                    Runs = [.. _runs],
                };
            }
        }
    }

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    /// <summary>Says what is being done, without timing it.</summary>
    public void Say(string step)
    {
        lock (_gate)
        {
            _step = step;
        }

        _said?.Invoke(step);
    }

    /// <summary>Does a step and notes its time, also when it throws.</summary>
    public T Measure<T>(string step, Func<T> work)
    {
        Say(step);
        var start = _time.GetTimestamp();
        try
        {
            return work();
        }
        finally
        {
            Took(step, (long)_time.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    /// <summary>Does a step and notes its time, also when it throws.</summary>
    public void Measure(string step, Action work) => Measure(step, () =>
    {
        work();
        return true;
    });

    /// <summary>Notes the time of a step measured elsewhere.</summary>
    public void Took(string step, long milliseconds)
    {
        lock (_gate)
        {
            _steps.Add(new(step, milliseconds));
        }
    }

    /// <summary>Adds to a count.</summary>
    public void Count(string name, long more)
    {
        lock (_gate)
        {
            _counts[name] = _counts.GetValueOrDefault(name) + more;
        }
    }

    /// <summary>Takes a run in hand, or learns that it is done. Waits for a worker that has it, at most until it ends or its lease runs out.</summary>
    /// <param name="key">Which run.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public RunClaim Claim(RunKey key, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var claim = _ledger.Claim(key, Id, Now, Now + _lease);
            if (claim.IsMine)
            {
                Hold(key);
            }

            if (claim.IsMine || claim.Entry.State == RunState.Done)
            {
                return claim;
            }

            Say($"waiting for {key}, which another worker has in hand");
            cancellation.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(250));
        }
    }

    /// <summary>Ends the execution in the ledger.</summary>
    /// <param name="status">One of the words of <see cref="JobExecution"/>.</param>
    /// <param name="summary">What came of it.</param>
    /// <param name="errorCode">Code of the fault that ended it, or null.</param>
    public JobExecution Finish(string status, string summary, string? errorCode = null)
    {
        _timer.Dispose();
        lock (_beating)
        {
            var ended = Current with { Status = status, Step = "", Summary = summary, ErrorCode = errorCode, FinishedAt = Now };
            _ledger.Finish(ended);
            return ended;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Hold(RunKey key)
    {
        lock (_gate)
        {
            _runs.Add(key.ToString());
        }
    }

    /// <summary>A beat that cannot be written is made up for by the next one: the lease is several beats long.</summary>
    private void Beat()
    {
        if (!_beating.TryEnter())
        {
            return;
        }

        try
        {
            _ledger.Beat(Current);
        }
        catch (AnalyticsException)
        {
            _said?.Invoke("the ledger cannot be reached at the moment");
        }
        finally
        {
            _beating.Exit();
        }
    }
}
