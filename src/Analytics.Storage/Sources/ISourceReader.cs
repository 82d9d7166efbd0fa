using Analytics.Core.Canonical;

namespace Analytics.Storage.Sources;

/// <summary>
/// A source file read forward once, row by row, in constant memory. Fields come as UTF-8 whatever the file is written in, so that
/// the mapping and its caches work on bytes and make a string only where one is stored.
/// </summary>
public interface ISourceReader : IDisposable
{
    /// <summary>File name without folder: how findings and summaries call the source.</summary>
    string Name { get; }

    /// <summary>Column names in file order, trimmed; trailing nameless columns left out, nameless ones between are empty.</summary>
    IReadOnlyList<string> Header { get; }

    /// <summary>1-based line (CSV) or row (XLSX) where the current record begins.</summary>
    long Line { get; }

    /// <summary>Records read so far, faulty ones included, header and blank lines not.</summary>
    long Rows { get; }

    /// <summary>Fields of the current record, trailing empty ones beyond the header included.</summary>
    int FieldCount { get; }

    /// <summary>
    /// Rule the current record breaks as a record (<see cref="SourceRules"/>), or null where it may be mapped.
    /// </summary>
    string? Fault { get; }

    /// <summary>Part of the raw file consumed, 0–1; 0 where the format does not tell.</summary>
    double Fraction { get; }

    /// <summary>Faults of the file as a whole seen so far: encoding sniffed, stray byte order marks, formula errors.</summary>
    IReadOnlyList<Finding> Findings { get; }

    /// <summary>Where the current record stands in a source that a later run goes on behind it; null where records are counted instead, as in files.</summary>
    string? Position => null;

    /// <summary>Moves to the next record.</summary>
    /// <returns>False at the end of the file.</returns>
    /// <exception cref="Core.AnalyticsException">AN2003: the compressed stream breaks off; AN2006: the workbook is damaged.</exception>
    bool Read();

    /// <summary>Field <paramref name="index"/> (0-based) of the current record as UTF-8, valid until the next read; empty beyond the record's end.</summary>
    ReadOnlySpan<byte> Field(int index);
}
