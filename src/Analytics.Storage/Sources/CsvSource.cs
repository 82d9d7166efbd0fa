using System.Text;
using Analytics.Core.Canonical;
using CsvHelper;

namespace Analytics.Storage.Sources;

/// <summary>
/// A CSV read record by record. Quoted delimiters, line breaks and tabs are text; a byte order mark is taken off wherever a record
/// begins with one; git's conflict markers, a repeated header and records of the wrong length are handed on with their rule.
/// </summary>
public sealed class CsvSource : ISourceReader
{
    /// <summary>A record longer than this many bytes is an unclosed quotation mark, not a record.</summary>
    public const int LongestRecord = 16 << 20;

    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];
    private readonly CountingStream _raw;
    private readonly long _length;
    private readonly CsvReader _csv;
    private readonly Queue<(long Line, string Text)> _markersAbove = [];
    private readonly byte[][] _headerBytes;
    private readonly SourceProfile _profile;
    private byte[]? _marker;
    private bool _unterminated;
    private bool _hasMark;
    private long _strayMarks;

    internal CsvSource(string path, SourceOptions options, SourceProfile profile)
    {
        Name = Path.GetFileName(path);
        _profile = profile;
        var encoding = ChosenEncoding(options, profile);
        var delimiter = options.Delimiter ?? profile.Delimiter;
        (var content, _raw, _length) = SourceSniffer.OpenContent(path);
        _csv = CsvReader.Create(content, Options(delimiter, encoding), leaveOpen: false);
        Header = ReadHeader(options.HeaderRow);
        _headerBytes = [.. Header.Select(Encoding.UTF8.GetBytes)];
        if (Header.Count == 1 && profile.Delimiter != delimiter && Header[0].Contains(profile.Delimiter))
        {
            Dispose();
            throw SourceFaults.WrongDelimiter(Name, Shown(delimiter), Shown(profile.Delimiter));
        }
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Header { get; }

    /// <inheritdoc/>
    public long Line { get; private set; }

    /// <inheritdoc/>
    public long Rows { get; private set; }

    /// <inheritdoc/>
    public int FieldCount => _marker is null ? _csv.FieldCount : 1;

    /// <inheritdoc/>
    public string? Fault { get; private set; }

    /// <inheritdoc/>
    public double Fraction => _length == 0 ? 0 : Math.Min(1, _raw.BytesRead / (double)_length);

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Findings => [.. FileFindings()];

    /// <inheritdoc/>
    public bool Read()
    {
        _marker = null;
        if (_markersAbove.TryDequeue(out var above))
        {
            (Line, _marker) = (above.Line, Encoding.UTF8.GetBytes(above.Text));
            Fault = SourceRules.GitConflictMarker;
            Rows++;
            return true;
        }

        do
        {
            if (!ReadRecord()) return false;
        }
        while (IsBlankLine());

        Rows++;
        Line = _csv.LineNumber;
        Fault = FindFault();
        return true;
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Field(int index)
    {
        if (_marker is not null) return index == 0 ? _marker : default;
        var field = _csv.GetSpan(index);
        return index == 0 && _hasMark ? WithoutMark(field) : field;
    }

    /// <inheritdoc/>
    public void Dispose() => _csv.Dispose();

    private static string Shown(char delimiter) => delimiter == '\t' ? "\\t" : delimiter.ToString();

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> field)
    {
        field = field[Mark.Length..];
        return field is [(byte)'"', .., (byte)'"'] ? field[1..^1] : field;
    }

    private Encoding ChosenEncoding(SourceOptions options, SourceProfile profile)
    {
        if (options.Encoding is null) return profile.Encoding;
        var named = EncodingSniffer.Named(options.Encoding);
        if (named.CodePage == Encoding.UTF8.CodePage && profile.InvalidUtf8At >= 0)
        {
            throw SourceFaults.NotInEncoding(Name, options.Encoding, profile.InvalidUtf8At, profile.EncodingName);
        }

        return named;
    }

    private CsvReaderOptions Options(char delimiter, Encoding encoding) => new()
    {
        HasHeader = false,
        Separator = delimiter,
        TrackLineNumbers = true,
        MaxRecordSize = LongestRecord,
        Encoding = encoding.CodePage == Encoding.UTF8.CodePage ? null : encoding,
        OnMalformedRecord = record => _unterminated |= record.Reason == CsvMalformedReason.UnterminatedQuote,
    };

    private string[] ReadHeader(int headerRow)
    {
        for (var row = 0; row < headerRow;)
        {
            if (!ReadRecord()) throw SourceFaults.NoHeader(Name, headerRow);
            if (GitConflict.IsMarker(Field(0)))
            {
                _markersAbove.Enqueue((_csv.LineNumber, Encoding.UTF8.GetString(_csv.RawRecord)));
            }
            else if (!IsBlankLine() && !SeparatorHint.IsOne(_csv.RawRecord))
            {
                row++;
            }
        }

        var names = new List<string>(_csv.FieldCount);
        for (var i = 0; i < _csv.FieldCount; i++)
        {
            names.Add(Encoding.UTF8.GetString(Field(i)).Trim().Trim('\uFEFF'));
        }

        while (names.Count > 1 && names[^1].Length == 0)
        {
            names.RemoveAt(names.Count - 1);
        }

        return [.. names];
    }

    private bool ReadRecord()
    {
        try
        {
            _unterminated = false;
            if (!_csv.Read()) return false;
        }
        catch (InvalidDataException e)
        {
            throw SourceFaults.BrokenCompression(Name, Rows, e);
        }
        catch (CsvFormatException e)
        {
            throw SourceFaults.RecordTooLong(Name, Rows, e);
        }

        _hasMark = _csv.GetSpan(0).StartsWith(Mark);
        if (_hasMark) _strayMarks++;
        return true;
    }

    private bool IsBlankLine() => _csv.FieldCount == 1 && Field(0).Trim(" \t"u8).IsEmpty;

    private string? FindFault()
    {
        if (_unterminated) return SourceRules.UnterminatedQuote;
        if (GitConflict.IsMarker(Field(0))) return SourceRules.GitConflictMarker;
        if (_csv.FieldCount < Header.Count) return SourceRules.WrongFieldCount;
        for (var i = Header.Count; i < _csv.FieldCount; i++)
        {
            if (!Field(i).IsEmpty) return SourceRules.WrongFieldCount;
        }

        return IsHeader() ? SourceRules.RepeatedHeader : null;
    }

    private bool IsHeader()
    {
        for (var i = 0; i < _headerBytes.Length; i++)
        {
            if (!Field(i).SequenceEqual(_headerBytes[i])) return false;
        }

        return _headerBytes.Length > 1;
    }

    private IEnumerable<Finding> FileFindings()
    {
        if (_profile.EncodingName != "utf-8")
        {
            yield return new Finding("encoding-not-utf-8", Name, "", Rows, $"read as {_profile.EncodingName}");
        }

        if (_strayMarks > 0)
        {
            yield return new Finding("stray-byte-order-mark", Name, "", _strayMarks, "a byte order mark after the first line was taken off");
        }
    }
}
