using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using Analytics.Samples.Operator;

namespace Analytics.Samples.Files;

/// <summary>
/// Writes UTF-8 CSV field by field into a byte buffer, gzipped if asked. Each field is followed by a comma, which <see cref="EndLine"/> turns into
/// the line's end.
/// </summary>
internal sealed class CsvBuffer : IDisposable
{
    private const int Reserve = 16 * 1024;
    private readonly byte[] _buffer = new byte[256 * 1024];
    private readonly Stream _stream;
    private int _length;

    public CsvBuffer(string path, bool compress)
    {
        Stream file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        _stream = compress ? new GZipStream(file, CompressionLevel.Fastest) : file;
    }

    public long Rows { get; private set; }

    public void Header(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            Text(name);
        }

        EndLine();
        Rows = 0;
    }

    public void Empty() => _buffer[_length++] = (byte)',';

    public void Label(Word word)
    {
        word.Utf8.CopyTo(_buffer, _length);
        _length += word.Utf8.Length;
        Empty();
    }

    public void Label(IReadOnlyList<Word> words, int index)
    {
        if (index >= 0)
        {
            Label(words[index]);
        }
        else
        {
            Empty();
        }
    }

    public void Flag(bool? value)
    {
        if (value is { } known)
        {
            _buffer[_length++] = known ? (byte)'1' : (byte)'0';
        }

        Empty();
    }

    public void Integer(long value)
    {
        Digits(value);
        Empty();
    }

    /// <summary>Letter and number with leading zeros: <c>U000000042</c>.</summary>
    public void Id(char letter, long number, int digits)
    {
        _buffer[_length++] = (byte)letter;
        for (var i = digits - 1; i >= 0; i--)
        {
            _buffer[_length + i] = (byte)('0' + (number % 10));
            number /= 10;
        }

        _length += digits;
        Empty();
    }

    /// <summary>A fixed-point number given in units of its last decimal: 1234 with two decimals is 12.34.</summary>
    public void Fixed(long scaled, int scale)
    {
        Digits(scaled / scale);
        _buffer[_length++] = (byte)'.';
        for (var unit = scale / 10; unit > 0; unit /= 10)
        {
            _buffer[_length++] = (byte)('0' + (scaled / unit % 10));
        }

        Empty();
    }

    public void Day(int dayNumber)
    {
        var day = DateOnly.FromDayNumber(dayNumber);
        Write(day.Year, day.Month, day.Day);
        Empty();
    }

    /// <summary>Seconds since day 1 of the calendar, local time, as <c>2026-11-09 08:15:00</c>; nothing where negative.</summary>
    public void Moment(long seconds)
    {
        if (seconds >= 0)
        {
            var day = DateOnly.FromDayNumber((int)(seconds / 86_400));
            Write(day.Year, day.Month, day.Day);
            _buffer[_length++] = (byte)' ';
            var time = (int)(seconds % 86_400);
            Two(time / 3600);
            _buffer[_length++] = (byte)':';
            Two(time / 60 % 60);
            _buffer[_length++] = (byte)':';
            Two(time % 60);
        }

        Empty();
    }

    /// <summary>Any text, quoted where it has to be.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny(",\"\r\n") < 0)
        {
            _length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));
        }
        else
        {
            _length += Encoding.UTF8.GetBytes($"\"{text.ToString().Replace("\"", "\"\"", StringComparison.Ordinal)}\"", _buffer.AsSpan(_length));
        }

        Empty();
    }

    public void EndLine()
    {
        _buffer[_length - 1] = (byte)'\n';
        Rows++;
        if (_length > _buffer.Length - Reserve)
        {
            _stream.Write(_buffer, 0, _length);
            _length = 0;
        }
    }

    public void Dispose()
    {
        _stream.Write(_buffer, 0, _length);
        _length = 0;
        _stream.Dispose();
    }

    private void Digits(long value)
    {
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_length), out var written);
        _length += written;
    }

    private void Write(int year, int month, int day)
    {
        Two(year / 100);
        Two(year % 100);
        _buffer[_length++] = (byte)'-';
        Two(month);
        _buffer[_length++] = (byte)'-';
        Two(day);
    }

    private void Two(int value)
    {
        _buffer[_length++] = (byte)('0' + (value / 10));
        _buffer[_length++] = (byte)('0' + (value % 10));
    }
}
