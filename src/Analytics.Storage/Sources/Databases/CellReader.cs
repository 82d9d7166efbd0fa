using System.Buffers.Text;
using System.Data.Common;
using System.Globalization;
using System.Text;

namespace Analytics.Storage.Sources.Databases;

/// <summary>
/// Writes the cells of a result's current row one behind the other as UTF-8: dates as ISO 8601, numbers without loss, nothing for null. The buffer is reused from row to row.
/// </summary>
internal sealed class CellReader
{
    private const int LongestPlain = 64;
    private readonly DbDataReader _reader;
    private readonly Type?[] _types;
    private readonly bool[] _areBytes;
    private byte[] _bytes = new byte[4096];
    private int _length;

    /// <param name="reader">The result.</param>
    /// <param name="isTyped">Whether a column's cells all have the column's type.</param>
    /// <param name="areBytes">Tells by its type whether the driver gives a column's texts as UTF-8, so that no string need be made of them; null for none.</param>
    public CellReader(DbDataReader reader, bool isTyped = true, Func<string, bool>? areBytes = null)
    {
        _reader = reader;
        _areBytes = [.. Enumerable.Range(0, reader.FieldCount).Select(i => areBytes?.Invoke(reader.GetDataTypeName(i)) ?? false)];
        _types = [.. Enumerable.Range(0, reader.FieldCount).Select(i => isTyped ? reader.GetFieldType(i) : null)];
        Ends = new int[reader.FieldCount];
    }

    /// <summary>Where each cell of the row ends.</summary>
    public int[] Ends { get; }

    /// <summary>One cell of the row.</summary>
    public ReadOnlySpan<byte> this[int index] => _bytes.AsSpan((index == 0 ? 0 : Ends[index - 1])..Ends[index]);

    /// <summary>Takes the current row in.</summary>
    public void Load()
    {
        _length = 0;
        for (var i = 0; i < Ends.Length; i++)
        {
            if (!_reader.IsDBNull(i)) Write(i);
            Ends[i] = _length;
        }
    }

    private void Write(int index)
    {
        var type = _types[index];
        if (_areBytes[index]) Bytes(index);
        else if (type == typeof(string)) Text(_reader.GetString(index));
        else if (type == typeof(int)) Number(_reader.GetInt32(index));
        else if (type == typeof(long)) Number(_reader.GetInt64(index));
        else if (type == typeof(short)) Number(_reader.GetInt16(index));
        else if (type == typeof(DateTime)) Moment(_reader.GetDateTime(index));
        else if (type == typeof(bool)) Text(_reader.GetBoolean(index) ? "true" : "false");
        else if (type == typeof(decimal)) Plain(_reader.GetDecimal(index));
        else if (type == typeof(double)) Plain(_reader.GetDouble(index));
        else Any(_reader.GetValue(index));
    }

    private void Any(object value)
    {
        switch (value)
        {
            case string text: Text(text); break;
            case long number: Number(number); break;
            case DateTime moment: Moment(moment); break;
            case DateTimeOffset moment: Moment(moment.UtcDateTime); break;
            case DateOnly day: Text(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case byte[] bytes: Text(Convert.ToHexStringLower(bytes)); break;
            case bool truth: Text(truth ? "true" : "false"); break;
            case IUtf8SpanFormattable plain: Plain(plain); break;
            default: Text(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""); break;
        }
    }

    private void Text(string text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
    }

    private void Bytes(int index)
    {
        Reserve(LongestPlain);
        var room = _bytes.Length - _length;
        var read = (int)_reader.GetBytes(index, 0, _bytes, _length, room);
        if (read == room)
        {
            // it may be longer than there was room for
            Reserve((int)_reader.GetBytes(index, 0, null, 0, 0));
            read = (int)_reader.GetBytes(index, 0, _bytes, _length, _bytes.Length - _length);
        }

        _length += read;
    }

    private void Number(long number)
    {
        Reserve(LongestPlain);
        Utf8Formatter.TryFormat(number, _bytes.AsSpan(_length), out var written);
        _length += written;
    }

    private void Plain<T>(T value)
        where T : IUtf8SpanFormattable
    {
        Reserve(LongestPlain);
        if (value.TryFormat(_bytes.AsSpan(_length), out var written, default, CultureInfo.InvariantCulture)) _length += written;
        else Text(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
    }

    // moments that say that they are UTC carry a Z; others are the source's local time, which the mapping knows
    private void Moment(DateTime moment)
    {
        Reserve(LongestPlain);
        if (moment.Kind != DateTimeKind.Utc && moment.Ticks % TimeSpan.TicksPerSecond == 0)
        {
            WholeSecond(moment);
            return;
        }

        var format = (moment.Ticks % TimeSpan.TicksPerSecond == 0, moment.Kind == DateTimeKind.Utc) switch
        {
            (true, _) => "yyyy-MM-ddTHH:mm:ssZ",
            (false, false) => "yyyy-MM-dd HH:mm:ss.FFFFFFF",
            (false, true) => "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ",
        };
        moment.TryFormat(_bytes.AsSpan(_length), out var written, format, CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>yyyy-MM-dd HH:mm:ss, which most moments of most sources are, without the general formatter's detours.</summary>
    private void WholeSecond(DateTime moment)
    {
        var text = _bytes.AsSpan(_length, 19);
        "0000-00-00 00:00:00"u8.CopyTo(text);
        Two(text, 0, moment.Year / 100);
        Two(text, 2, moment.Year % 100);
        Two(text, 5, moment.Month);
        Two(text, 8, moment.Day);
        Two(text, 11, moment.Hour);
        Two(text, 14, moment.Minute);
        Two(text, 17, moment.Second);
        _length += text.Length;
    }

    private static void Two(Span<byte> text, int at, int number) => (text[at], text[at + 1]) = ((byte)('0' + (number / 10)), (byte)('0' + (number % 10)));

    private void Reserve(int bytes)
    {
        if (_bytes.Length < _length + bytes) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes));
    }
}
