using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Storage.Sources;

/// <summary>Which cell styles show a number as a date, and from which day the workbook counts.</summary>
/// <param name="IsDate">By style index.</param>
/// <param name="Uses1904">Whether day 0 is 1904-01-01 (old Macintosh workbooks) instead of 1899-12-30.</param>
internal sealed record XlsxStyles(bool[] IsDate, bool Uses1904)
{
    public static XlsxStyles Of(WorkbookPart workbook)
    {
        var uses1904 = workbook.Workbook.WorkbookProperties?.Date1904?.Value ?? false;
        var sheet = workbook.WorkbookStylesPart?.Stylesheet;
        if (sheet?.CellFormats is not { } formats) return new([], uses1904);
        var custom = (sheet.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(f => f.NumberFormatId is not null)
            .ToDictionary(f => f.NumberFormatId!.Value, f => f.FormatCode?.Value ?? "");
        return new([.. formats.Elements<CellFormat>().Select(f => IsDateFormat(f.NumberFormatId?.Value ?? 0, custom))], uses1904);
    }

    // Built-in ids 14–22, 27–36, 45–47 and 50–58 are dates or times (ECMA-376 part 1, 18.8.30); custom codes by their letters.
    private static bool IsDateFormat(uint id, Dictionary<uint, string> custom)
    {
        if (!custom.TryGetValue(id, out var code)) return id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);
        var quoted = false;
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] == '"') quoted = !quoted;
            else if (code[i] is '\\' or '_') i++;
            else if (code[i] == '[') i = Math.Max(i, code.IndexOf(']', i));
            else if (!quoted && code[i] is 'y' or 'Y' or 'd' or 'D' or 'h' or 'H' or 's' or 'S' or 'm' or 'M') return !code.Contains("General", StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }
}
