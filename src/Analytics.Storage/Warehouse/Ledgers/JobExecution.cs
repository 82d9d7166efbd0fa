namespace Analytics.Storage.Warehouse.Ledgers;

/// <summary>One execution of a job, at work or over.</summary>
public sealed record JobExecution
{
    /// <summary>At work.</summary>
    public const string Running = "running";

    /// <summary>Did what it is for.</summary>
    public const string Succeeded = "succeeded";

    /// <summary>Found nothing to do.</summary>
    public const string Skipped = "skipped";

    /// <summary>Failed; <see cref="Summary"/> says why.</summary>
    public const string Failed = "failed";

    /// <summary>Stopped because its process was told to end; what it had begun is taken up again.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>Its process died; what it had begun is taken up again.</summary>
    public const string Lost = "lost";

    /// <summary>32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the job.</summary>
    public required string Job { get; init; }

    /// <summary>Kind of the job: <c>pull</c>, <c>report</c>, <c>deliver</c>, <c>maintain</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Why it was executed: <c>schedule</c>, <c>missed</c>, <c>retry</c>, <c>recovery</c>, <c>person</c>.</summary>
    public required string Cause { get; init; }

    /// <summary>Host and process id.</summary>
    public required string Worker { get; init; }

    /// <summary>1 for a first attempt.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>One of the words above.</summary>
    public string Status { get; init; } = Running;

    /// <summary>What it is doing now; empty once it is over.</summary>
    public string Step { get; init; } = "";

    /// <summary>When it began, UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>Until when it is taken to be alive, UTC.</summary>
    public DateTime LeaseUntil { get; init; }

    /// <summary>When it ended, UTC; null while it runs.</summary>
    public DateTime? FinishedAt { get; init; }

    /// <summary>What came of it, in a line.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What was counted: rows read, rows stored, reports published, messages sent…</summary>
    public IReadOnlyDictionary<string, long> Counts { get; init; } = new Dictionary<string, long>();

    /// <summary>How long each step took, in milliseconds, in the order they ended.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Steps { get; init; } = [];

    /// <summary>Keys of the runs it had in hand, as <see cref="RunKey.ToString"/> writes them.</summary>
    public IReadOnlyList<string> Runs { get; init; } = [];

    /// <summary>Code of the fault that ended it, or null.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The execution as it is to be read at a moment: one that has not been heard of beyond its lease is lost, though nobody has noted it yet.</summary>
    /// <param name="now">UTC.</param>
    public JobExecution At(DateTime now) => Status == Running && LeaseUntil < now ? this with { Status = Lost, Step = "", FinishedAt = LeaseUntil } : this;
}
