using System.Data.Common;
using System.Text;
using Analytics.Core.Canonical;

namespace Analytics.Storage.Sources.Databases;

/// <summary>
/// A stretch of a source database read row by row, page behind page, in constant memory. Where the connection breaks, it is made anew and
/// reading goes on behind the last row; nothing is delivered twice and nothing left out.
/// </summary>
public sealed class DatabaseSource : ISourceReader
{
    private readonly DatabaseSession _session;
    private readonly DatabaseRange _range;
    private readonly DatabaseReadOptions _options;
    private readonly int[] _order;
    private readonly int _columns;
    private readonly int _pageRows;
    private readonly byte[] _prefix;
    private DbCommand? _command;
    private DbDataReader? _reader;
    private CellReader? _cells;
    private KeysetPosition? _position;
    private byte[] _key;
    private int _keyLength;
    private long _pageCount;
    private bool _isAtEnd;

    internal DatabaseSource(DatabaseSession session, DatabaseRange range, DatabaseReadOptions options)
    {
        (_session, _range, _options) = (session, range, options);
        (_order, _columns) = (session.OrderIndexes, session.Columns.Count);
        Header = options.KeyPrefix is null ? session.Header : [.. session.Header, SourceKey.Column];
        Rows = options.RowsBefore;
        _pageRows = (int)Math.Min(session.Query.PageRows, options.MostRows);
        _prefix = Encoding.UTF8.GetBytes(options.KeyPrefix ?? "");
        _key = new byte[_prefix.Length + 256];
        _isAtEnd = range.IsEmpty;
    }

    /// <inheritdoc/>
    public string Name => _options.Name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Header { get; }

    /// <summary>Number of the row in its stretch, 1-based.</summary>
    public long Line => Rows;

    /// <inheritdoc/>
    public long Rows { get; private set; }

    /// <inheritdoc/>
    public int FieldCount => Header.Count;

    /// <inheritdoc/>
    public string? Fault => null;

    /// <summary>Always 0: how many rows are to come is not asked of the source.</summary>
    public double Fraction => 0;

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Findings => [];

    /// <summary>Where the current row stands, for a pull that goes on behind it; null where the source has no keys or no row was read.</summary>
    public string? Position => _position?.ToString();

    /// <inheritdoc/>
    /// <exception cref="Core.AnalyticsException">AN2315…AN2317: the source refused, broke off for good or did not answer in time.</exception>
    public bool Read()
    {
        if (_isAtEnd || Rows - _options.RowsBefore >= _options.MostRows) return false;
        if (!Move())
        {
            ClosePage(isRead: true);
            _isAtEnd = _order.Length == 0 || _pageCount < _pageRows;
            _pageCount = 0;
            return !_isAtEnd && Read();
        }

        Rows++;
        _pageCount++;
        _session.Connection.Rows = Rows;
        return true;
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Field(int index) => index < _columns ? _cells![index] : index == _columns && _options.KeyPrefix is not null ? _key.AsSpan(0, _keyLength) : default;

    /// <inheritdoc/>
    public void Dispose() => ClosePage(isRead: false);

    private bool Move()
    {
        if (_reader is not null)
        {
            try
            {
                return Take();
            }
            catch (Exception fault) when (fault is not Core.AnalyticsException)
            {
                Abandon();
                if (!_session.Connection.IsPassing(fault) || !CanGoOn) throw _session.Connection.Translated(fault);
            }
        }

        return _session.Connection.Run(connection =>
        {
            try
            {
                OpenPage(connection);
                return Take();
            }
            catch
            {
                Abandon();
                throw;
            }
        });
    }

    /// <summary>A source without keys can only begin again, and does so as long as it has delivered nothing.</summary>
    private bool CanGoOn => _order.Length > 0 || Rows == _options.RowsBefore;

    // after a break a page goes on with as many rows as it lacked, so that a short page still means the end
    private void OpenPage(DbConnection connection)
    {
        _command = _session.Page(connection, _position, _range, (int)(_pageRows - _pageCount));
        _reader = _command.ExecuteReader();
        _cells = _session.Connection.Engine.Cells(_reader);
    }

    private bool Take()
    {
        if (!_reader!.Read()) return false;
        _cells!.Load();
        if (_order.Length == 0) return true;
        var values = new object[_order.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = KeysetPosition.Normal(_reader.GetValue(_order[i]));
        }

        _position = new KeysetPosition(values);
        if (_options.KeyPrefix is not null) KeepKey();
        return true;
    }

    // the watermark, which may change, is no part of the key unless it is named there
    private void KeepKey()
    {
        _keyLength = _prefix.Length;
        for (var i = _order.Length - _session.Query.KeyColumns.Count; i < _order.Length; i++)
        {
            var cell = _cells![_order[i]];
            if (_key.Length < _keyLength + cell.Length + 1) Array.Resize(ref _key, (_keyLength + cell.Length + 1) * 2);
            _key[_keyLength++] = (byte)'/';
            cell.CopyTo(_key.AsSpan(_keyLength));
            _keyLength += cell.Length;
        }

        _prefix.CopyTo(_key, 0);
        _key[_prefix.Length] = (byte)':';
    }

    private void ClosePage(bool isRead)
    {
        if (_reader is null) return;
        try
        {
            if (!isRead) _command!.Cancel(); // else the driver would read what is left of the page
            _reader.Dispose();
            _command!.Dispose();
        }
        catch (DbException)
        {
            // a page that is left early ends with the driver's word that it was cancelled
        }

        (_reader, _command) = (null, null);
    }

    private void Abandon()
    {
        try
        {
            _reader?.Dispose();
            _command?.Dispose();
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException or IOException)
        {
            // it is being left because it broke
        }

        (_reader, _command) = (null, null);
        _session.Connection.Break();
    }
}
