using Analytics.Core;

namespace Analytics.Storage.Sources;

/// <summary>The faults of source files, each with its stable code and remedy, in one place.</summary>
internal static class SourceFaults
{
    public static AnalyticsException NotFound(string path) => new(
        "AN2001",
        $"The file '{path}' does not exist.",
        "Check the path; it is taken relative to the working directory.",
        FaultKind.Usage);

    public static AnalyticsException Unreadable(string path, Exception inner) => new(
        "AN2001",
        $"The file '{path}' cannot be read: {inner.Message}",
        "Check that it is a file, that this account may read it and that no other program has locked it.",
        FaultKind.Usage,
        inner);

    public static SourceFileException Empty(string path) => new(
        "AN2002",
        $"The file '{path}' is empty: not even a header line.",
        "Ask for the file again; nothing was imported.");

    public static SourceFileException BrokenCompression(string name, long rows, Exception? inner) => new(
        "AN2003",
        $"The compressed file '{name}' breaks off after row {rows}: it was cut short or damaged on its way.",
        "Rows committed so far stay; fetch the whole file and run the same command again, it continues without storing anything twice.",
        inner: inner);

    public static SourceFileException NotInEncoding(string name, string declared, long offset, string looksLike) => new(
        "AN2004",
        $"The file '{name}' is named as {declared}, but its bytes at offset {offset} are not {declared}; they look like {looksLike}.",
        $"Set \"encoding\": \"{looksLike}\" under \"file\" in the mapping, or leave the encoding out to have it sniffed.");

    public static SourceFileException UnknownEncoding(string encoding) => new(
        "AN2004",
        $"The encoding '{encoding}' is not known.",
        "Use utf-8, gb18030, latin-1, windows-1252, utf-16 or another registered name, or leave it out to have it sniffed.",
        FaultKind.Usage);

    public static SourceFileException WrongDelimiter(string name, string used, string looksLike) => new(
        "AN2005",
        $"With the delimiter '{used}' every row of '{name}' is one single column; the file looks delimited by '{looksLike}'.",
        $"Set \"delimiter\": \"{looksLike}\" under \"file\" in the mapping, or leave the delimiter out to have it sniffed.");

    public static SourceFileException DamagedWorkbook(string name, Exception inner) => new(
        "AN2006",
        $"The workbook '{name}' cannot be read: {inner.Message}",
        "Open and save it again as .xlsx (not .xls), or export it as CSV.",
        inner: inner);

    public static SourceFileException NoSuchSheet(string name, string sheet, IEnumerable<string> sheets) => new(
        "AN2007",
        $"The workbook '{name}' has no sheet '{sheet}'; it has: {string.Join(", ", sheets)}.",
        "Name one of these under \"file\": {\"sheet\": …} in the mapping, or leave it out for the first.");

    public static SourceFileException NoHeader(string name, int headerRow) => new(
        "AN2008",
        $"The file '{name}' ends before its header row {headerRow}.",
        "Check \"headerRow\" under \"file\" in the mapping.");

    public static SourceFileException RecordTooLong(string name, long row, Exception inner) => new(
        "AN2009",
        $"A record of '{name}' after row {row} is longer than {CsvSource.LongestRecord >> 20} MB: most likely a quotation mark that is never closed.",
        "Close the quotation mark in that row; rows committed so far stay and the next run continues behind them.",
        inner: inner);
}
