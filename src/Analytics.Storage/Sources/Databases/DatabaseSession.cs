using System.Data.Common;
using System.Globalization;
using Analytics.Core;

namespace Analytics.Storage.Sources.Databases;

/// <summary>
/// A source database opened for one pull: its columns are known and those the configuration names were found. Not thread-safe.
/// </summary>
public sealed class DatabaseSession : IDisposable
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromDays(1);
    private readonly SourceConnection _connection;
    private readonly DatabaseQuery _query;
    private readonly List<DatabaseColumn> _order;
    private readonly string _source;

    private DatabaseSession(SourceConnection connection, DatabaseQuery query)
    {
        (_connection, _query) = (connection, query);
        var rows = query.Table is { } table ? connection.Engine.QuoteTable(table) : $"({query.Query!.TrimEnd().TrimEnd(';')})";
        Columns = Look(rows);
        _source = query.GroupBy.Count == 0 ? rows : Grouped(rows);
        if (query.GroupBy.Count > 0) Columns = Look(_source);
        _order = [.. Order(query).Select(c => Find(c.Column, c.Setting))];
    }

    /// <summary>The columns it answers with, in order.</summary>
    public IReadOnlyList<DatabaseColumn> Columns { get; }

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Header => [.. Columns.Select(c => c.Name)];

    /// <summary>Server and database, or the file, as messages name it.</summary>
    public string Place => _connection.Place;

    /// <summary>How often the connection broke and was made anew.</summary>
    public int Resumed => _connection.Resumed;

    internal bool HasWatermark => _query.WatermarkColumn is not null;

    /// <summary>Connects and looks at the columns; nothing is read yet.</summary>
    /// <param name="source">The source's name in the configuration.</param>
    /// <param name="address">Where it is.</param>
    /// <param name="query">What is read.</param>
    /// <param name="time">Clock of the waits between tries.</param>
    /// <param name="onWait">Told why and how long it waits before a new try; null where nobody looks.</param>
    /// <param name="cancellation">Ends statements and waits.</param>
    /// <exception cref="AnalyticsException">AN2311…AN2319: not reachable, refused, not encrypted, or without the columns the configuration names.</exception>
    public static DatabaseSession Open(string source, DatabaseAddress address, DatabaseQuery query, TimeProvider time, Action<string, TimeSpan>? onWait = null, CancellationToken cancellation = default)
    {
        var connection = new SourceConnection(source, address, time, onWait, cancellation);
        try
        {
            return new DatabaseSession(connection, query);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Whether a column holds days, moments or something that only its values tell: true, false, null.</summary>
    /// <param name="column">0-based.</param>
    public bool? IsDay(int column) =>
        _connection.Engine.IsDay(Columns[column].TypeName) ? true : _connection.Engine.IsMoment(Columns[column].TypeName) ? false : null;

    /// <summary>The watermark of a position as people read it; null for none.</summary>
    public static string? WatermarkOf(string? position) => position is null ? null : KeysetPosition.Shown(KeysetPosition.Parse(position).Values[0]);

    /// <summary>
    /// The rows that are there now and a pull has to look at, by <paramref name="state"/> of the one before: from its watermark less the overlap, up to the highest watermark of this moment,
    /// so that a row that changes while it is read is met once. Watermarks more than a day ahead of <paramref name="now"/> wait for their time, for one of them would hide everything that comes after.
    /// </summary>
    /// <param name="state">Position of the last row read, as <see cref="DatabaseSource.Position"/> gave it; null for the beginning.</param>
    /// <param name="now">This moment, UTC.</param>
    public DatabaseRange Range(string? state, DateTime now)
    {
        if (!HasWatermark) return new DatabaseRange(null, null, null);
        var highest = Highest(null);
        if (highest is not null && Cap(highest, now) is { } cap && Compare(highest, cap) > 0) highest = Highest(cap);
        if (highest is null) return new DatabaseRange(null, null, null) { IsEmpty = true };
        var until = new KeysetPosition([highest]).ToString();
        if (state is null) return new DatabaseRange(null, null, until);
        if (_query.Overlap.IsNone) return new DatabaseRange(null, state, until);
        var last = KeysetPosition.Parse(state).Values[0];
        var from = _query.Overlap.Before(last) ?? throw DatabaseFaults.OverlapUnfit(_connection.Source, _order[0].Name, last, _query.Overlap.ToString());
        return new DatabaseRange(new KeysetPosition([from]).ToString(), null, until);
    }

    /// <summary>Rows that no pull can reach, because a column of their order is empty.</summary>
    public long RowsWithoutOrder()
    {
        var open = _order.Where(c => c.MayBeNull).ToList();
        return open.Count == 0 ? 0 : Count(string.Join(" OR ", open.Select(c => Quote(c.Name) + " IS NULL")), null);
    }

    /// <summary>Rows whose watermark is more than a day ahead of <paramref name="now"/> (UTC); 0 where watermarks are no dates.</summary>
    public long RowsAhead(DateTime now) => HasWatermark && Highest(null) is { } highest && Cap(highest, now) is { } cap && Compare(highest, cap) > 0
        ? Count($"{Quote(_order[0].Name)} > @cap", cap)
        : 0;

    /// <summary>Reads a range.</summary>
    /// <param name="range">See <see cref="Range"/>.</param>
    /// <param name="options">How it is called and where counting begins.</param>
    public DatabaseSource Read(DatabaseRange range, DatabaseReadOptions options) => new(this, range, options);

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    internal SourceConnection Connection => _connection;

    internal DatabaseQuery Query => _query;

    /// <summary>Indexes in <see cref="Columns"/> of the columns that order the rows completely; empty where there are no keys.</summary>
    internal int[] OrderIndexes => _query.IsKeyed ? [.. _order.Select(c => Columns.ToList().IndexOf(c))] : [];

    /// <summary>The command for the next rows of a range.</summary>
    internal DbCommand Page(DbConnection connection, KeysetPosition? after, DatabaseRange range, int rows)
    {
        var engine = _connection.Engine;
        var bound = new List<(string Name, object Value, string TypeName)>();
        var conditions = new KeysetConditions(engine, _order, bound).Of(after, range);
        var sql = !_query.IsKeyed
            ? SourceSql.Fill("whole", engine.Dialect, ("source", _source), ("range", conditions))
            : SourceSql.Fill("page", engine.Dialect, ("source", _source), ("range", conditions), ("order", string.Join(", ", _order.Select(c => Quote(c.Name)))), ("rows", rows.ToString(CultureInfo.InvariantCulture)));
        var command = _connection.Command(connection, sql);
        foreach (var (name, value, typeName) in bound)
        {
            engine.Bind(command, name, value, typeName);
        }

        return command;
    }

    private string Grouped(string rows)
    {
        var columns = string.Join(", ", _query.GroupBy.Select(g => Quote(Find(g, "GroupBy").Name)));
        return $"({SourceSql.Fill("grouped", _connection.Engine.Dialect, ("columns", columns), ("source", rows))})";
    }

    private static IEnumerable<(string Column, string Setting)> Order(DatabaseQuery query)
    {
        if (query.WatermarkColumn is { } watermark) yield return (watermark, "WatermarkColumn");
        foreach (var key in query.KeyColumns.Where(k => !k.Equals(query.WatermarkColumn, StringComparison.OrdinalIgnoreCase)))
        {
            yield return (key, "KeyColumns");
        }
    }

    private DatabaseColumn Find(string name, string setting) =>
        Columns.FirstOrDefault(c => c.Name == name) ?? Columns.FirstOrDefault(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw DatabaseFaults.NoColumn(_connection.Source, setting, name, Header);

    private List<DatabaseColumn> Look(string source) => _connection.Run(connection =>
    {
        using var command = _connection.Command(connection, SourceSql.Fill("columns", _connection.Engine.Dialect, ("source", source)));
        using var reader = command.ExecuteReader();
        var mayBeNull = reader.CanGetColumnSchema() ? reader.GetColumnSchema().Select(c => c.AllowDBNull ?? true).ToList() : [];
        return Enumerable.Range(0, reader.FieldCount).Select(i => new DatabaseColumn(reader.GetName(i), reader.GetDataTypeName(i), i >= mayBeNull.Count || mayBeNull[i])).ToList();
    });

    private object? Highest(object? cap) => _connection.Run(connection =>
    {
        var column = Quote(_order[0].Name);
        return Scalar(connection, SourceSql.Fill("highest", _connection.Engine.Dialect, ("source", _source), ("column", column), ("range", cap is null ? KeysetConditions.Always : $"{column} <= @cap")), cap);
    });

    private long Count(string range, object? cap) => _connection.Run(connection =>
        Convert.ToInt64(Scalar(connection, SourceSql.Fill("rows_of", _connection.Engine.Dialect, ("source", _source), ("range", range)), cap), CultureInfo.InvariantCulture));

    private object? Scalar(DbConnection connection, string sql, object? cap)
    {
        using var command = _connection.Command(connection, sql);
        if (cap is not null) _connection.Engine.Bind(command, "@cap", cap, _order[0].TypeName);
        return command.ExecuteScalar() is { } value and not DBNull ? KeysetPosition.Normal(value) : null;
    }

    private string Quote(string identifier) => _connection.Engine.Quote(identifier);

    private static object? Cap(object highest, DateTime now) => highest switch
    {
        DateTime moment => DateTime.SpecifyKind(now + Tolerance, moment.Kind),
        DateTimeOffset => new DateTimeOffset(now + Tolerance, TimeSpan.Zero),
        DateOnly => DateOnly.FromDateTime(now + Tolerance),
        _ => null,
    };

    private static int Compare(object left, object right) => Comparer<object>.Default.Compare(left, right);
}
