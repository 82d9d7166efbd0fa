using System.Security.Cryptography;
using System.Text;
using Analytics.Core.Canonical;
using Analytics.Pipeline.Import;
using Analytics.Storage.Mappings;
using Analytics.Storage.Privacy;
using Analytics.Storage.Sources.Databases;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Importing;
using Analytics.Storage.Warehouse.Ledgers;

namespace Analytics.Pipeline.Pull;

/// <summary>
/// A pull of a database in passes: each reads one range of watermarks as one import. An interrupted pass is ended by the next pull before
/// it begins one of its own.
/// </summary>
internal sealed class DatabasePull(
    SourceDefinition source,
    WarehouseDatabase warehouse,
    SubscriberPseudonymizer pseudonyms,
    TimeProvider time,
    IProgress<ImportProgress>? progress,
    CancellationToken cancellation)
{
    private readonly DatabaseQuery _query = source.Query!;
    private PullResult _total = new(source.Name, 0, 0, 0, 0);
    private bool _hasBegun;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Pulls. Called again after a fault of the warehouse that has passed, it goes on behind what is stored, and its result tells of both.</summary>
    public PullResult Run()
    {
        using var session = DatabaseSession.Open(source.Name, source.Address!, _query, time, Wait, cancellation);
        var mapping = PullMapping.Load(source, session.Header);
        ImportStream.StoreWords(mapping, warehouse);
        var definition = Hash($"{session.Place}\n{source.Table.Name}\n{_query.Hash}");
        var state = warehouse.SourceStates.Find(source.Name) is { } known && known.Definition == definition && (!source.FromStart || _hasBegun)
            ? known
            : new SourceState { Source = source.Name, Definition = definition, Pass = warehouse.SourceStates.Find(source.Name)?.Pass ?? 0 };
        if (state.IsOpen && _query.IsKeyed)
        {
            state = Pass(session, mapping, state);
        }

        var range = session.Range(state.Position, Now);
        if (!range.IsEmpty)
        {
            state = state with
            {
                Pass = state.Pass + 1,
                IsOpen = true,
                RangeFrom = range.From,
                RangeAfter = range.After,
                RangeUntil = range.Until,
                PassImport = 0,
                PassPosition = null,
            };
            warehouse.SourceStates.Put(state);
            _hasBegun = true;
            state = Pass(session, mapping, state);
        }

        return _total with { Watermark = _query.WatermarkColumn is null ? null : DatabaseSession.WatermarkOf(state.Position), Resumed = session.Resumed };
    }

    private SourceState Pass(DatabaseSession session, Mapping mapping, SourceState state)
    {
        var range = new DatabaseRange(state.RangeFrom, state.RangeAfter, state.RangeUntil);
        var identity = new ImportIdentity(
            source.Table, source.Name, Hash($"{state.Definition}\n{source.Name}\n{state.Pass}"), mapping.Hash, Precision(session, mapping, range))
        {
            Header = RawRow.Join(Header(session)),
            IsIncremental = true,
        };
        if (warehouse.IsImported(identity))
        {
            return Close(state, state.PassPosition ?? state.Position);
        }

        using var import = warehouse.BeginImport(identity);
        var isResumed = import.ResumeAfter > 0 && state.PassImport == import.Id;
        if (isResumed)
        {
            range = range with { From = null, After = state.PassPosition };
        }

        using var opened = new OpenedSource(session.Read(range, Options(import.ResumeAfter)), Mapper(session, mapping))
        {
            IsBehindStored = true,
            IsProfiled = state.Position is null,
            MayRepeat = !_query.IsKeyed,
            OwnFindings = OutOfReach(session),
        };
        var result = ImportStream.Run(opened, import, source.BatchRows, progress, cancellation);
        var reached = _query.IsKeyed ? opened.Source.Position ?? range.After ?? state.Position : range.Until;
        _total = _total with
        {
            Read = _total.Read + result.Read,
            Stored = _total.Stored + result.Stored,
            AlreadyThere = _total.AlreadyThere + result.AlreadyThere,
            Quarantined = _total.Quarantined + result.Quarantined,
            Findings = result.Findings,
        };
        return Close(state, reached);
    }

    private SourceState Close(SourceState state, string? position)
    {
        var closed = state with
        {
            Position = position,
            IsOpen = false,
            FinishedAt = Now.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
        };
        warehouse.SourceStates.Put(closed);
        return closed;
    }

    /// <summary>Rows that no pull can reach are told, not passed over in silence.</summary>
    private List<Finding> OutOfReach(DatabaseSession session)
    {
        var findings = new List<Finding>();
        if (session.RowsWithoutOrder() is > 0 and var without)
        {
            findings.Add(
                new Finding(
                    "rows-without-watermark",
                    source.Name,
                    _query.WatermarkColumn ?? "",
                    without,
                    "Watermark or key is empty: no pull can reach them."));
        }

        if (session.RowsAhead(Now) is > 0 and var ahead)
        {
            findings.Add(
                new Finding(
                    "watermark-ahead",
                    source.Name,
                    _query.WatermarkColumn!,
                    ahead,
                    "The watermark is more than a day ahead of the clock: they wait for their time."));
        }

        return findings;
    }

    private RowMapper Mapper(DatabaseSession session, Mapping mapping) => new(mapping, Header(session), source.Name, pseudonyms, source.TimeZone);

    private DatabaseReadOptions Options(long rowsBefore) => new(source.Name, PullMapping.NeedsKey(source) ? source.Name : null, rowsBefore);

    private IReadOnlyList<string> Header(DatabaseSession session) => PullMapping.NeedsKey(source) ? [.. session.Header, SourceKey.Column] : session.Header;

    /// <summary>How exactly the source dates its rows: as the mapping or the column's type says, else the coarsest among the first thousand rows.</summary>
    private DatePrecision Precision(DatabaseSession session, Mapping mapping, DatabaseRange range)
    {
        const int sample = 1000;
        var mapper = Mapper(session, mapping);
        if (mapper.Precision is { } known)
        {
            return known;
        }

        if (mapper.DateColumn is { } column && session.IsDay(column) is { } isDay)
        {
            return isDay ? DatePrecision.Day : DatePrecision.Instant;
        }

        using var rows = session.Read(range, Options(0) with { MostRows = sample });
        while (rows.Read())
        {
            mapper.Load(rows);
        }

        return mapper.SeenPrecision ?? DatePrecision.Instant;
    }

    private void Wait(string why, TimeSpan wait) => progress?.Report(new ImportProgress(0, 0, 0)
    {
        Waiting = FormattableString.Invariant($"{source.Name} does not answer ({why.ReplaceLineEndings(" ")}); trying again in {wait.TotalSeconds:0} s"),
    });

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
