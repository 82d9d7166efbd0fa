using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Analytics.Storage.Sources;

/// <summary>Reads the rows of a sheet's XML into one reused buffer of UTF-8.</summary>
internal sealed class XlsxRowReader : IDisposable
{
    private static readonly DateTime Epoch1900 = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime Epoch1904 = new(1904, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
    private readonly Stream _stream;
    private readonly XmlReader _xml;
    private readonly XlsxStyles _styles;
    private readonly byte[][] _shared;
    private readonly ArrayBufferWriter<byte> _text = new(4096);
    private (int Start, int Length)[] _fields = new (int, int)[64];
    private int _keep = int.MaxValue;

    public XlsxRowReader(WorksheetPart part, XlsxStyles styles, byte[][] shared)
    {
        (_styles, _shared) = (styles, shared);
        _stream = part.GetStream(FileMode.Open, FileAccess.Read);
        _xml = XlsxText.Open(_stream);
    }

    /// <summary>Row number as the sheet counts.</summary>
    public long RowNumber { get; private set; }

    /// <summary>Last row by the sheet's own dimension; 0 where it does not say.</summary>
    public long LastRow { get; private set; }

    /// <summary>Cells up to the last one with content, within the kept columns.</summary>
    public int FieldCount { get; private set; }

    /// <summary>Whether a cell beyond the kept columns has content.</summary>
    public bool HasMore { get; private set; }

    /// <summary>Whether no cell has content.</summary>
    public bool IsBlank => FieldCount == 0 && !HasMore;

    /// <summary>Cells of the row that hold an error.</summary>
    public int Errors { get; private set; }

    /// <summary>Columns beyond this many are only looked at for content.</summary>
    public void KeepColumns(int count) => _keep = count;

    public ReadOnlySpan<byte> Field(int index)
    {
        if (index >= FieldCount) return default;
        var (start, length) = _fields[index];
        return _text.WrittenSpan.Slice(start, length);
    }

    public bool Read()
    {
        while (_xml.Read())
        {
            if (_xml.NodeType != XmlNodeType.Element) continue;
            if (_xml.LocalName == "row")
            {
                ReadRow();
                return true;
            }

            if (_xml.LocalName == "dimension") LastRow = LastRowOf(_xml.GetAttribute("ref"));
        }

        return false;
    }

    public void Dispose()
    {
        _xml.Dispose();
        _stream.Dispose();
    }

    private static long LastRowOf(string? reference)
    {
        var end = reference.AsSpan()[((reference?.IndexOf(':', StringComparison.Ordinal) ?? -1) + 1)..].TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        return long.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0;
    }

    private void ReadRow()
    {
        RowNumber = long.TryParse(_xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : RowNumber + 1;
        (FieldCount, HasMore, Errors) = (0, false, 0);
        _text.ResetWrittenCount();
        if (_xml.IsEmptyElement) return;
        var depth = _xml.Depth;
        var column = -1;
        while (_xml.Read() && _xml.Depth > depth)
        {
            if (_xml.NodeType != XmlNodeType.Element || _xml.LocalName != "c") continue;
            column = ColumnOf(_xml.GetAttribute("r"), column + 1);
            if (!_xml.IsEmptyElement) ReadCell(column);
        }
    }

    private static int ColumnOf(string? reference, int otherwise)
    {
        if (reference is null) return otherwise;
        var column = 0;
        foreach (var c in reference)
        {
            if (c is < 'A' or > 'Z') break;
            column = (column * 26) + c - 'A' + 1;
        }

        return column - 1;
    }

    private void ReadCell(int column)
    {
        var type = _xml.GetAttribute("t");
        var style = _xml.GetAttribute("s");
        var depth = _xml.Depth;
        string? value = null;
        while (_xml.Read() && _xml.Depth > depth)
        {
            if (_xml.NodeType != XmlNodeType.Element) continue;
            if (_xml.LocalName == "is") value = XlsxText.ReadRuns(_xml);
            else if (_xml.LocalName == "v") value = ReadValue();
        }

        if (!string.IsNullOrEmpty(value)) Store(column, type, style, value);
    }

    // Not ReadElementContentAsString: that would step over the cell's own end.
    private string ReadValue()
    {
        if (_xml.IsEmptyElement) return "";
        var value = "";
        while (_xml.Read() && _xml.NodeType != XmlNodeType.EndElement)
        {
            value += _xml.Value;
        }

        return value;
    }

    private void Store(int column, string? type, string? style, string value)
    {
        var start = _text.WrittenCount;
        if (type == "s") _text.Write(_shared[int.Parse(value, CultureInfo.InvariantCulture)]);
        else WriteText(type is null or "n" ? NumberText(value, style) : type == "b" ? (value == "1" ? "true" : "false") : value);
        if (type == "e") Errors++;
        var length = _text.WrittenCount - start;
        if (length == 0) return;
        if (column >= _keep)
        {
            HasMore = true;
            return;
        }

        if (column >= _fields.Length) Array.Resize(ref _fields, Math.Max(column + 1, _fields.Length * 2));
        if (column >= FieldCount)
        {
            Array.Clear(_fields, FieldCount, column - FieldCount);
            FieldCount = column + 1;
        }

        _fields[column] = (start, length);
    }

    private void WriteText(string text)
    {
        var span = _text.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        _text.Advance(Encoding.UTF8.GetBytes(text, span));
    }

    private string NumberText(string value, string? style)
    {
        var index = style is null ? -1 : int.Parse(style, CultureInfo.InvariantCulture);
        var isDate = index >= 0 && index < _styles.IsDate.Length && _styles.IsDate[index];
        if (!isDate && value.Length < 15 && !value.Contains('E', StringComparison.Ordinal)) return value;
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return value;
        if (isDate && number is >= 0 and < 2_958_466) return DateText(number);
        return Math.Abs(number) < 1e15 && number == Math.Floor(number)
            ? number.ToString("F0", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
    }

    private string DateText(double serial)
    {
        var moment = (_styles.Uses1904 ? Epoch1904 : Epoch1900).AddMilliseconds(Math.Round(serial * 86_400_000));
        if (serial < 1 && !_styles.Uses1904) return moment.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var format = moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : moment.Millisecond == 0 ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss.fff";
        return moment.ToString(format, CultureInfo.InvariantCulture);
    }
}
