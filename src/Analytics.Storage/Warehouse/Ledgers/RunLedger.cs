using System.Text.Json;
using Analytics.Storage.Warehouse.Engines;

namespace Analytics.Storage.Warehouse.Ledgers;

/// <summary>
/// The ledger of jobs: what was executed, and which runs are done, so that each is done once. It takes no write lock and opens a session
/// of its own for every call, so it may be used from several threads, beside an import. Workers are told apart by their leases:
/// a lease that is not moved on in time is a worker that died.
/// </summary>
public sealed class RunLedger
{
    private const int LongestText = 2000;
    private const int LongestName = 200;
    private readonly Func<WarehouseSession> _open;

    internal RunLedger(Func<WarehouseSession> open) => _open = open;

    /// <summary>Notes that an execution has begun.</summary>
    public void Begin(JobExecution execution) => Run(session => session.Execute("insert_execution", new
    {
        id = execution.Id,
        job = execution.Job,
        kind = execution.Kind,
        cause = execution.Cause,
        worker = WarehouseSession.Cut(execution.Worker, LongestName),
        attempt = execution.Attempt,
        started_at = execution.StartedAt.Ticks,
        lease_until = execution.LeaseUntil.Ticks,
    }));

    /// <summary>Moves the lease of an execution and of the runs it has in hand on, and says what it is doing.</summary>
    public void Beat(JobExecution execution) => Run(session =>
    {
        session.Execute("beat_execution", new
        {
            id = execution.Id,
            lease_until = execution.LeaseUntil.Ticks,
            step = WarehouseSession.Cut(execution.Step, LongestName),
            steps = JsonSerializer.Serialize(execution.Steps),
            counts = JsonSerializer.Serialize(execution.Counts),
            run_keys = string.Join('\n', execution.Runs),
        });
        return session.Execute("beat_runs", new { id = execution.Id, lease_until = execution.LeaseUntil.Ticks });
    });

    /// <summary>Notes how an execution ended.</summary>
    public void Finish(JobExecution execution) => Run(session => session.Execute("finish_execution", new
    {
        id = execution.Id,
        status = execution.Status,
        finished_at = execution.FinishedAt?.Ticks,
        summary = WarehouseSession.Cut(execution.Summary, LongestText),
        steps = JsonSerializer.Serialize(execution.Steps),
        counts = JsonSerializer.Serialize(execution.Counts),
        run_keys = string.Join('\n', execution.Runs),
        error_code = execution.ErrorCode,
    }));

    /// <summary>Executions that began at or after <paramref name="since"/>, newest first.</summary>
    /// <param name="since">UTC.</param>
    /// <param name="job">Name of a job; empty for all.</param>
    /// <param name="limit">Executions at most.</param>
    public IReadOnlyList<JobExecution> Executions(DateTime since, string job = "", int limit = int.MaxValue)
        => Run(session => session.Query<ExecutionRow>("executions", new { since = since.Ticks, job }).Take(limit).Select(row => row.ToExecution()).ToList());

    /// <summary>Marks executions whose lease ran out before <paramref name="before"/> as lost.</summary>
    /// <returns>How many.</returns>
    public int Lapse(DateTime before) => Run(session => session.Execute("lapse_executions", new { before = before.Ticks }));

    /// <summary>Forgets executions that began before <paramref name="before"/>; the runs they did stay known.</summary>
    /// <returns>How many.</returns>
    public int Forget(DateTime before) => Run(session => session.Execute("delete_executions", new { before = before.Ticks }));

    /// <summary>Takes a run in hand: a new one, one that failed, or one whose worker died. Of several workers one gets it.</summary>
    /// <param name="key">Which run.</param>
    /// <param name="execution">Id of the execution that claims it.</param>
    /// <param name="now">UTC.</param>
    /// <param name="leaseUntil">Until when the claim holds without a beat, UTC.</param>
    public RunClaim Claim(RunKey key, string execution, DateTime now, DateTime leaseUntil) => Run(session =>
    {
        var isNew = session.TryInsert("insert_run", new
        {
            run_key = key.Hash,
            report = key.Report,
            scope = WarehouseSession.Cut(key.Scope, 400),
            period = key.Period,
            data_version = key.DataVersion,
            claim = execution,
            lease_until = leaseUntil.Ticks,
            now = now.Ticks,
        });
        var isMine = isNew || session.Execute("take_run", new { run_key = key.Hash, claim = execution, lease_until = leaseUntil.Ticks, now = now.Ticks }) > 0;
        return new RunClaim(isMine, session.First<RunRow>("find_run", new { run_key = key.Hash })!.ToEntry());
    });

    /// <summary>Notes the version a run published, or found published.</summary>
    /// <exception cref="RunTakenOverException">AN6008: the run is no longer in this execution's hand.</exception>
    public void Published(RunKey key, string execution, int version, string folder, DateTime now)
        => Demand(key, Run(session => session.Execute("publish_run", new { run_key = key.Hash, claim = execution, version_no = version, folder = WarehouseSession.Cut(folder, 1000), now = now.Ticks })));

    /// <summary>Lays a run down, done or failed.</summary>
    /// <exception cref="RunTakenOverException">AN6008: the run is no longer in this execution's hand.</exception>
    public void Settle(RunKey key, string execution, RunState state, string detail, DateTime now)
        => Demand(key, Run(session => session.Execute("finish_run", new { run_key = key.Hash, claim = execution, status = Word(state), detail = WarehouseSession.Cut(detail, LongestText), now = now.Ticks })));

    /// <summary>The runs of a report and scope, by period.</summary>
    public IReadOnlyList<RunEntry> Runs(string report, string scope)
        => Run(session => session.Query<RunRow>("runs_of_report", new { report, scope = WarehouseSession.Cut(scope, 400) }).Select(row => row.ToEntry()).ToList());

    private static string Word(RunState state) => state switch { RunState.Done => "done", RunState.Failed => "failed", _ => "running" };

    private static void Demand(RunKey key, int changed)
    {
        if (changed == 0)
        {
            throw new RunTakenOverException(key);
        }
    }

    private T Run<T>(Func<WarehouseSession, T> work)
    {
        using var session = _open();
        return work(session);
    }

    private sealed class RunRow
    {
        public string RunKey { get; init; } = "";

        public string Report { get; init; } = "";

        public string Scope { get; init; } = "";

        public string Period { get; init; } = "";

        public string DataVersion { get; init; } = "";

        public string Status { get; init; } = "";

        public string Claim { get; init; } = "";

        public long LeaseTicks { get; init; }

        public int Attempts { get; init; }

        public int? Version { get; init; }

        public string? Folder { get; init; }

        public string Detail { get; init; } = "";

        public long UpdatedTicks { get; init; }

        public RunEntry ToEntry() => new(
            new RunKey(Report, Scope, Period, DataVersion),
            Status switch { "done" => RunState.Done, "failed" => RunState.Failed, _ => RunState.Running },
            Claim,
            new DateTime(LeaseTicks, DateTimeKind.Utc),
            Attempts,
            Version,
            Folder,
            Detail,
            new DateTime(UpdatedTicks, DateTimeKind.Utc));
    }

    private sealed class ExecutionRow
    {
        public string Id { get; init; } = "";

        public string Job { get; init; } = "";

        public string Kind { get; init; } = "";

        public string Cause { get; init; } = "";

        public string Worker { get; init; } = "";

        public int Attempt { get; init; }

        public string Status { get; init; } = "";

        public string Step { get; init; } = "";

        public long StartedTicks { get; init; }

        public long LeaseTicks { get; init; }

        public long? FinishedTicks { get; init; }

        public string Summary { get; init; } = "";

        public string Counts { get; init; } = "{}";

        public string Steps { get; init; } = "[]";

        public string RunKeys { get; init; } = "";

        public string? ErrorCode { get; init; }

        public JobExecution ToExecution() => new()
        {
            Id = Id,
            Job = Job,
            Kind = Kind,
            Cause = Cause,
            Worker = Worker,
            Attempt = Attempt,
            Status = Status,
            Step = Step,
            StartedAt = new DateTime(StartedTicks, DateTimeKind.Utc),
            LeaseUntil = new DateTime(LeaseTicks, DateTimeKind.Utc),
            FinishedAt = FinishedTicks is { } ticks ? new DateTime(ticks, DateTimeKind.Utc) : null,
            Summary = Summary,
            Counts = JsonSerializer.Deserialize<Dictionary<string, long>>(Counts)!,
            Steps = JsonSerializer.Deserialize<List<KeyValuePair<string, long>>>(Steps)!,
            Runs = RunKeys.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            ErrorCode = ErrorCode,
        };
    }
}
