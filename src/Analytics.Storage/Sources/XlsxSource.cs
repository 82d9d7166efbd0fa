using System.Text;
using Analytics.Core.Canonical;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Storage.Sources;

/// <summary>
/// One sheet of a workbook read as a stream: only the shared strings and one row are held. Numbers under a date style come as ISO
/// dates, other numbers in their shortest form, formulas as the value Excel stored with them. Empty cells cost their XML only.
/// </summary>
public sealed class XlsxSource : ISourceReader
{
    private readonly SpreadsheetDocument _document;
    private readonly Stream _package;
    private readonly XlsxRowReader _rows;
    private readonly byte[][] _headerBytes;
    private long _errors;

    internal XlsxSource(string path, SourceOptions options)
    {
        Name = Path.GetFileName(path);
        var (content, _, _) = SourceSniffer.OpenContent(path);
        _package = Seekable(content, path);
        try
        {
            _document = SpreadsheetDocument.Open(_package, isEditable: false);
            var workbook = _document.WorkbookPart ?? throw new InvalidDataException("it has no workbook part.");
            _rows = new XlsxRowReader(SheetPart(workbook, options.Sheet), XlsxStyles.Of(workbook), SharedTexts(workbook));
        }
        catch (Exception e) when (e is InvalidDataException or FileFormatException or OpenXmlPackageException or System.Xml.XmlException)
        {
            _package.Dispose();
            throw SourceFaults.DamagedWorkbook(Name, e);
        }

        Header = ReadHeader(options.HeaderRow);
        _headerBytes = [.. Header.Select(Encoding.UTF8.GetBytes)];
        _rows.KeepColumns(Header.Count);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Header { get; }

    /// <inheritdoc/>
    public long Line => _rows.RowNumber;

    /// <inheritdoc/>
    public long Rows { get; private set; }

    /// <inheritdoc/>
    public int FieldCount => Math.Max(Header.Count, _rows.FieldCount);

    /// <inheritdoc/>
    public string? Fault { get; private set; }

    /// <inheritdoc/>
    public double Fraction => _rows.LastRow == 0 ? 0 : Math.Min(1, _rows.RowNumber / (double)_rows.LastRow);

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Findings => _errors == 0
        ? []
        : [new Finding("formula-errors", Name, "", _errors, "cells hold an error such as #N/A; they are read as that text")];

    /// <inheritdoc/>
    public bool Read()
    {
        do
        {
            if (!ReadRow()) return false;
        }
        while (_rows.IsBlank);

        Rows++;
        _errors += _rows.Errors;
        Fault = _rows.HasMore ? SourceRules.WrongFieldCount : IsHeader() ? SourceRules.RepeatedHeader : null;
        return true;
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Field(int index) => _rows.Field(index);

    /// <inheritdoc/>
    public void Dispose()
    {
        _rows.Dispose();
        _document.Dispose();
        _package.Dispose();
    }

    private static Stream Seekable(Stream content, string path)
    {
        if (content is GzipSource)
        {
            using (content)
            {
                var copy = new MemoryStream();
                content.CopyTo(copy);
                copy.Position = 0;
                return copy;
            }
        }

        content.Dispose();
        return File.OpenRead(path);
    }

    private static byte[][] SharedTexts(WorkbookPart workbook)
    {
        if (workbook.SharedStringTablePart is not { } part) return [];
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        return XlsxText.ReadShared(stream);
    }

    private WorksheetPart SheetPart(WorkbookPart workbook, string? wanted)
    {
        var sheets = workbook.Workbook.Descendants<Sheet>().ToList();
        var sheet = wanted is null ? sheets.FirstOrDefault() : sheets.Find(s => string.Equals(s.Name?.Value, wanted, StringComparison.OrdinalIgnoreCase));
        if (sheet?.Id?.Value is not { } id) throw SourceFaults.NoSuchSheet(Name, wanted ?? "1", sheets.Select(s => s.Name?.Value ?? ""));
        return workbook.GetPartById(id) as WorksheetPart ?? throw new InvalidDataException($"'{sheet.Name}' is a chart, not a table.");
    }

    private string[] ReadHeader(int headerRow)
    {
        do
        {
            if (!ReadRow()) throw headerRow == 1 ? SourceFaults.Empty(Name) : SourceFaults.NoHeader(Name, headerRow);
        }
        while (_rows.RowNumber < headerRow || (headerRow == 1 && _rows.IsBlank));

        var names = new List<string>();
        for (var i = 0; i < _rows.FieldCount; i++)
        {
            names.Add(Encoding.UTF8.GetString(_rows.Field(i)).Trim());
        }

        while (names.Count > 1 && names[^1].Length == 0)
        {
            names.RemoveAt(names.Count - 1);
        }

        return [.. names];
    }

    private bool ReadRow()
    {
        try
        {
            return _rows.Read();
        }
        catch (Exception e) when (e is System.Xml.XmlException or InvalidDataException or FormatException)
        {
            throw SourceFaults.DamagedWorkbook(Name, e);
        }
    }

    private bool IsHeader()
    {
        for (var i = 0; i < _headerBytes.Length; i++)
        {
            if (!_rows.Field(i).SequenceEqual(_headerBytes[i])) return false;
        }

        return _headerBytes.Length > 1;
    }
}
