using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Importing;
using Analytics.Storage.Warehouse.Ledgers;
using Analytics.Storage.Warehouse.Reading;
using Analytics.Storage.Warehouse.Sharding;

namespace Analytics.Storage.Warehouse;

/// <summary>
/// The warehouse, embedded or on a server. Readers are never blocked; writers take a lock that holds across processes. One instance is for one thread
/// at a time, except that an <see cref="ImportSession"/> may run on another thread beside it.
/// </summary>
public sealed class WarehouseDatabase : IDisposable
{
    private const string MigrationPurpose = "schema migration";
    private readonly WarehouseOptions _options;
    private readonly TimeProvider _time;
    private WarehouseSession _readSession;
    private WarehouseSession? _writeSession;
    private IDisposable? _lock;
    private int _holds;
    private bool _isHeld;

    private WarehouseDatabase(WarehouseOptions options, TimeProvider time, WarehouseSession reader)
    {
        _options = options;
        _time = time;
        _readSession = reader;
        Place = WarehouseConnection.PlaceOf(options);
    }

    /// <summary>The engine.</summary>
    public WarehouseProvider Provider => _options.Provider;

    /// <summary>Path of the database file, or server and database as <c>host:port/name</c>; for people to read.</summary>
    public string Place { get; }

    /// <summary>Path of the embedded database's file; empty for a warehouse on a server.</summary>
    public string File => _options.File;

    /// <summary>Opens the warehouse; makes folder and file, and brings an older schema up to date (the only moment it needs the write lock).</summary>
    /// <exception cref="AnalyticsException">AN3001 locked, AN3002 newer schema, AN3003 no permission, AN3005 damaged or no warehouse.</exception>
    public static WarehouseDatabase Open(WarehouseOptions options, TimeProvider time) => WarehouseFaults.Guard(WarehouseConnection.PlaceOf(options), () =>
    {
        if (options.Provider == WarehouseProvider.Sqlite)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.File))!);
        }

        var reader = WarehouseConnection.Open(options, isForReading: true);
        try
        {
            Migrate(reader, options, time);
            return new WarehouseDatabase(options, time, reader);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    });

    /// <summary>Whether there is a warehouse: the embedded file, or the tables on the server.</summary>
    /// <exception cref="AnalyticsException">AN3101 unreachable, AN3102 sign-in refused.</exception>
    public static bool Exists(WarehouseOptions options)
    {
        if (options.Provider == WarehouseProvider.Sqlite)
        {
            return System.IO.File.Exists(options.File);
        }

        return WarehouseFaults.Guard(WarehouseConnection.PlaceOf(options), () =>
        {
            using var session = WarehouseConnection.Open(options, isForReading: true);
            return session.Scalar<long>("has_table", new { table_name = "schema_version" }) > 0;
        });
    }

    /// <summary>Takes the write lock, waiting for another process at most <paramref name="wait"/>. May be nested; the last release frees it.</summary>
    /// <param name="wait">How long to wait.</param>
    /// <param name="purpose">Shown to others who wait, for example <c>import complaints.csv</c>.</param>
    /// <param name="onWait">Called once when somebody else holds it, with who that is, where known.</param>
    /// <exception cref="AnalyticsException">AN3001: still held, names the holder; AN3003: no permission.</exception>
    public IDisposable AcquireWriteLock(TimeSpan wait, string purpose, Action<WriteLockHolder?>? onWait = null) => WarehouseFaults.Guard(Place, () =>
    {
        if (_writeSession is { IsLost: true })
        {
            CloseWriter(); // with the session went its lock: whoever holds it still goes on under a new one
        }

        _lock ??= Lock(wait, purpose, onWait);
        _holds++;
        return new Hold(this);
    });

    /// <summary>Who is writing now, or null.</summary>
    public WriteLockHolder? CurrentWriter() => IsEmbedded ? WriteLock.HolderOf(File) : Reading(session => ServerWriteLock.HolderOf(session));

    /// <summary>Begins an import, or takes an interrupted one up. Takes the write lock unless it is held already; the session releases it.</summary>
    /// <exception cref="AnalyticsException">AN3001: another process is writing.</exception>
    public ImportSession BeginImport(ImportIdentity identity) => WithLock("import " + identity.Source, hold =>
    {
        var entry = ImportLedger.Open(WriteSession, identity, _time.GetUtcNow().UtcDateTime);
        return new ImportSession(WriteSession, identity.Table, entry, _time, hold, isIncremental: identity.IsIncremental);
    });

    /// <summary>
    /// Begins to try the quarantined rows of an import again. Rows are written with their original source line: those that go in are
    /// released, the others wait on, and the import's counts follow when the session completes.
    /// </summary>
    /// <param name="importId">See <see cref="QuarantineEntry.ImportId"/>.</param>
    /// <param name="rule">Only rows that wait under this rule are settled, where a line waits under several; null settles all of a line.</param>
    /// <exception cref="AnalyticsException">AN3011: no such import.</exception>
    public ImportSession BeginRetry(long importId, string? rule = null) => WithLock("retry of quarantined rows", hold =>
    {
        var import = ImportLedger.Find(WriteSession, importId)
            ?? throw new AnalyticsException("AN3011", FormattableString.Invariant($"The warehouse has no import {importId}."), "List the waiting rows with 'analytics quarantine list'.", FaultKind.Usage);
        var entry = ImportLedger.OpenRetry(WriteSession, import, _time.GetUtcNow().UtcDateTime);
        return new ImportSession(WriteSession, CanonicalTable.All.Single(t => t.Name == import.TableName), entry, _time, hold, new RetrySettlement(WriteSession, importId, rule));
    });

    /// <summary>Row counts per source of the complete imports; content that came twice is counted once.</summary>
    public IReadOnlyList<ImportSummary> Imports() => Reading(session => ImportLedger.Summaries(session));

    /// <summary>Findings of the complete imports, each once, by source, rule and field.</summary>
    public IReadOnlyList<Finding> Findings() => Reading(session => ImportLedger.Findings(session));

    /// <summary>Waiting rows by table, rule and field.</summary>
    public IReadOnlyList<QuarantineSummary> QuarantineSummaries() => Reading(session => QuarantineStore.Summaries(session));

    /// <summary>Waiting rows by import and line, streamed.</summary>
    public IEnumerable<QuarantineEntry> Quarantine(QuarantineFilter filter) => GuardedEach(Reading(session => QuarantineStore.Read(session, filter)));

    /// <summary>Takes rows out of quarantine without storing them, for rows mended elsewhere.</summary>
    /// <returns>Rows released; ids that do not wait are passed over.</returns>
    public int ReleaseQuarantine(IReadOnlyCollection<long> ids) => Locked("release of quarantined rows", () => QuarantineStore.Release(WriteSession, ids));

    /// <summary>Stores translations of data labels; a label that has one already gets the new one.</summary>
    /// <param name="language"><c>zh-CN</c> or <c>en</c>.</param>
    /// <param name="labels">Label as stored → label as shown.</param>
    public void PutLabels(string language, IReadOnlyDictionary<string, string> labels) => Locked("labels", () =>
        WriteSession.InTransaction(() => labels.Sum(l => WriteSession.Execute("put_label", new { language, stored = l.Key, shown = l.Value }))));

    /// <summary>Stores the scales of survey items; the item <c>*</c> stands for every item not named.</summary>
    public void PutScales(IReadOnlyDictionary<string, ItemScale> scales) => Locked("survey scales", () =>
        WriteSession.InTransaction(() => scales.Sum(s => WriteSession.Execute("put_survey_scale", new { item = s.Key, minimum = s.Value.Minimum, maximum = s.Value.Maximum }))));

    /// <summary>What a study must know beside cross-tabs, for the local days [<paramref name="from"/>, <paramref name="to"/>); no fact table is scanned.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">The day after the last.</param>
    /// <param name="timeZone">IANA zone the days are cut in.</param>
    public WarehouseFacts Facts(DateOnly from, DateOnly to, string timeZone) => Reading(session => FactsReader.Read(session, from, to, timeZone));

    /// <summary>The snapshot (or day of population counts) that answers for a window ending before <paramref name="to"/>: the latest before it, else the earliest; null without a base.</summary>
    public DateOnly? SnapshotFor(DateOnly to) => Reading(session => WindowReader.Base(session, to).Day);

    /// <summary>Deletes the texts of complaints received before a moment; figures do not change.</summary>
    /// <param name="before">UTC.</param>
    /// <returns>Texts deleted.</returns>
    public long DeleteTexts(DateTime before) => Locked("retention", () => Retention.DeleteTexts(WriteSession, before));

    /// <summary>Deletes complaints and survey answers from before a moment. What they were known by stays: a source that sends them again does not bring them back.</summary>
    /// <param name="before">UTC.</param>
    /// <returns>Rows deleted.</returns>
    public long DeleteRows(DateTime before) => Locked("retention", () => Retention.DeleteRows(WriteSession, before));

    /// <summary>Does what the engine wants done from time to time so that it stays quick.</summary>
    public void Upkeep() => Locked("upkeep", () =>
    {
        Retention.Upkeep(WriteSession);
        return true;
    });

    /// <summary>The ledger of jobs and of the runs they have done.</summary>
    public RunLedger Runs => new(OpenSession);

    /// <summary>What is stored of the local days [<paramref name="from"/>, <paramref name="to"/>): tells cheaply whether a period has changed.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">The day after the last.</param>
    /// <param name="timeZone">IANA zone the days are cut in.</param>
    public IReadOnlyList<PeriodRows> PeriodRows(DateOnly from, DateOnly to, string timeZone) => Reading(session => PeriodReader.Read(session, from, to, timeZone));

    /// <summary>Streams the asked columns in blocks that share their labels.</summary>
    /// <exception cref="AnalyticsException">AN4002: the table has no such column.</exception>
    public IEnumerable<DataWindow> Read(WindowRequest request) => GuardedEach(Reading(session => WindowReader.Read(session, request)));

    /// <summary>Whole survey responses of a window: a row a respondent, a column an item. Held in memory: 8 bytes an answer.</summary>
    /// <param name="request">Window; its table is not looked at, its columns are those of respondents (<c>operator</c>, <c>weight</c>, <c>arpu</c>…; not <c>item</c>, not <c>score</c>).</param>
    /// <exception cref="AnalyticsException">AN4002: survey answers have no such column.</exception>
    public SurveyResponses ReadResponses(WindowRequest request)
    {
        // respondents and answers are two queries: both see one moment
        using var hold = _isHeld ? null : HoldSnapshot();
        return Reading(session => ResponseReader.Read(session, request));
    }

    /// <summary>Groups of a fact's rows, counted by the warehouse itself: only the groups travel.</summary>
    /// <exception cref="AnalyticsException">AN4002: the table has no such column.</exception>
    public IReadOnlyList<DataWindow> Aggregate(AggregateRequest request) => Reading(session => AggregateReader.Read(session, request));

    /// <summary>Labels a column of labels can have, missing included; for a column of yes and no 3.</summary>
    /// <exception cref="AnalyticsException">AN4002: the table has no such column.</exception>
    public int LabelCount(FactTable table, string column) => WarehouseColumns.Find(table, column).Kind == WindowColumnKind.Flag ? 3 : Reading(session => DimensionLabels.Load(session, column).Length);

    /// <summary>Rows of all facts, without scanning any.</summary>
    public long TotalRows() => Reading(session => session.Query<(string Table, long Rows, long High, long Low)>("content_digests").Sum(t => t.Rows));

    /// <summary>Complaint rows of a window and scope by time of receipt, unmasked.</summary>
    /// <param name="request">Window; its columns are not looked at.</param>
    /// <param name="where">Filters, all of which must hold.</param>
    /// <param name="limit">Rows at most.</param>
    public IReadOnlyList<ComplaintCase> ReadDetails(WindowRequest request, IReadOnlyList<Filter> where, int limit)
    {
        // the rows are found by one query and shown by another: both see one moment
        using var hold = _isHeld ? null : HoldSnapshot();
        return Reading(session => DetailReader.Read(session, request, where, limit));
    }

    /// <summary>How far each source was pulled.</summary>
    public SourceStates SourceStates => new(OpenSession);

    /// <summary>Whether a fault of the warehouse passes by itself, so that the same work may be begun again: its server is away for the moment, or gave way to another's lock.</summary>
    public static bool IsPassing(AnalyticsException fault) => ServerFaults.IsPassing(fault);

    /// <summary>How long writers wait for another where they are not told otherwise.</summary>
    public TimeSpan LockWait => _options.LockWait;

    /// <summary>Whether this very content was imported whole under this very mapping.</summary>
    public bool IsImported(ImportIdentity identity) => Reading(session => session.Scalar<long?>("first_import_of_content", new { table_name = identity.Table.Name, content_hash = identity.ContentHash, mapping_hash = identity.MappingHash })) is not null;

    /// <summary>What was delivered to whom.</summary>
    public DeliveryLedger Deliveries => new(OpenSession);

    /// <summary>A session of its own for a small ledger; it does not take the write lock, and waits for a moment where another writes the embedded file.</summary>
    internal WarehouseSession OpenSession() => Guarded(() => WarehouseConnection.Open(_options, isForReading: false));

    /// <summary>Makes all reading until disposal see one moment of the data, whatever is imported meanwhile.</summary>
    public IDisposable HoldSnapshot() => Reading(session =>
    {
        session.BeginReading();
        _isHeld = true;
        return new ReadHold(this, session);
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        CloseWriter();
        _readSession.Dispose();
    }

    private bool IsEmbedded => Provider == WarehouseProvider.Sqlite;

    private WarehouseSession WriteSession => _writeSession ??= WarehouseConnection.Open(_options, isForReading: false);

    /// <summary>A server may have dropped the connection since it was last used: then it is made anew, but never behind the back of whoever holds a snapshot.</summary>
    private T Reading<T>(Func<WarehouseSession, T> read) => Guarded(() =>
    {
        try
        {
            return read(_readSession);
        }
        catch (WarehouseException fault) when (fault.Trouble == WarehouseTrouble.ConnectionLost && !_isHeld)
        {
            _readSession.Dispose();
            _readSession = WarehouseConnection.Open(_options, isForReading: true);
            return read(_readSession);
        }
    });

    private static void Migrate(WarehouseSession session, WarehouseOptions options, TimeProvider time)
    {
        if (!Migrations.AreApplied(session))
        {
            using IDisposable held = options.Provider == WarehouseProvider.Sqlite
                ? WriteLock.Acquire(options.File, options.LockWait, MigrationPurpose, time, null)
                : ServerWriteLock.Acquire(session, options.LockWait, MigrationPurpose, time, null);
            Migrations.Apply(session, time.GetUtcNow().UtcDateTime);
        }
    }

    private IDisposable Lock(TimeSpan wait, string purpose, Action<WriteLockHolder?>? onWait)
    {
        if (IsEmbedded)
        {
            return WriteLock.Acquire(File, wait, purpose, _time, onWait);
        }

        try
        {
            var held = ServerWriteLock.Acquire(WriteSession, wait, purpose, _time, onWait);
            WriteSession.Execute("prepare_writer");
            return held;
        }
        catch
        {
            CloseWriter();
            throw;
        }
    }

    private void CloseWriter()
    {
        if (!IsEmbedded)
        {
            // the lock is one of the session's
            _lock?.Dispose();
        }

        _writeSession?.Dispose();
        _writeSession = null;
        if (IsEmbedded)
        {
            _lock?.Dispose();
        }

        _lock = null;
    }

    private T Guarded<T>(Func<T> work) => ShardFaults.Guard(_readSession, () => WarehouseFaults.Guard(Place, work));

    private IEnumerable<T> GuardedEach<T>(IEnumerable<T> items)
    {
        using var each = Guarded(items.GetEnumerator);
        while (Guarded(each.MoveNext))
        {
            yield return each.Current;
        }
    }

    private T Locked<T>(string purpose, Func<T> work)
    {
        using var hold = AcquireWriteLock(_options.LockWait, purpose);
        return Guarded(work);
    }

    private ImportSession WithLock(string purpose, Func<IDisposable, ImportSession> begin)
    {
        var hold = AcquireWriteLock(_options.LockWait, purpose);
        try
        {
            return Guarded(() => begin(hold));
        }
        catch
        {
            hold.Dispose();
            throw;
        }
    }

    private void Release()
    {
        if (--_holds == 0)
        {
            CloseWriter();
        }
    }

    private sealed class Hold(WarehouseDatabase owner) : IDisposable
    {
        private WarehouseDatabase? _owner = owner;

        public void Dispose() => Interlocked.Exchange(ref _owner, null)?.Release();
    }

    /// <summary>Reading leaves nothing to commit, and a lost connection nothing to end.</summary>
    private sealed class ReadHold(WarehouseDatabase owner, WarehouseSession session) : IDisposable
    {
        public void Dispose()
        {
            session.Rollback();
            owner._isHeld = false;
        }
    }
}
