using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Core.Reports;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Sections.Cases;

/// <summary>Streams the rows of sheet 92 into the sheet ClosedXML prepared, in place of its pattern row: inline strings, never a formula.</summary>
internal sealed partial class DetailRowsXml
{
    private readonly string _before;
    private readonly string _after;
    private readonly string[] _styles;
    private readonly ReportWords _words;
    private readonly string _cutMark;

    /// <param name="sheetXml">The prepared sheet.</param>
    /// <param name="words">Words and labels.</param>
    public DetailRowsXml(string sheetXml, ReportWords words)
    {
        var pattern = sheetXml.IndexOf($"<x:row r=\"{DetailsSheet.HeadRow + 1}\"", StringComparison.Ordinal);
        var end = sheetXml.IndexOf("</x:sheetData>", StringComparison.Ordinal);
        _before = sheetXml[..pattern];
        _after = sheetXml[end..];
        _styles = [.. StyleId().Matches(sheetXml[pattern..end]).Select(m => m.Groups[1].Value)];
        _words = words;
        _cutMark = words.Get("cell.cut");
    }

    /// <summary>Writes the whole part.</summary>
    public void Write(Stream target, IReadOnlyList<DetailRow> rows)
    {
        using var writer = new StreamWriter(target, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        writer.Write(_before);
        for (var i = 0; i < rows.Count; i++)
        {
            Row(writer, DetailsSheet.HeadRow + 1 + i, rows[i]);
        }

        writer.Write(_after);
    }

    private void Row(StreamWriter writer, int number, DetailRow row)
    {
        writer.Write("<x:row r=\"");
        writer.Write(number);
        writer.Write("\">");
        Text(writer, 'A', number, row.CaseId);
        Text(writer, 'B', number, row.Subscriber);
        Number(writer, 'C', number, row.ReceivedAt.ToOADate(), 2);
        Label(writer, 'D', number, row.Channel);
        Label(writer, 'E', number, row.Category);
        Label(writer, 'F', number, row.Cause);
        Label(writer, 'G', number, row.Region);
        Label(writer, 'H', number, row.Status);
        Number(writer, 'I', number, row.FirstReplyHours, 3);
        Number(writer, 'J', number, row.HandlingHours, 3);
        Label(writer, 'K', number, row.IsEscalated switch { true => "true", false => "false", null => null });
        Label(writer, 'L', number, row.Resolution);
        Number(writer, 'M', number, row.Satisfaction, 5);
        Number(writer, 'N', number, row.Count, 4);
        Text(writer, 'O', number, row.Text);
        writer.Write("</x:row>");
    }

    /// <summary>A label; the cell stays empty where the complaint has none.</summary>
    private void Label(StreamWriter writer, char column, int row, string? label)
        => Text(writer, column, row, label is null || LabelKinds.IsUnknown(label) ? null : _words.Label(label));

    /// <summary>An inline string: the shared table would have to hold every text of ten thousand complaints.</summary>
    private void Text(StreamWriter writer, char column, int row, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        var clean = SheetText.Clean(text, _cutMark);
        Open(writer, column, row, SheetText.LooksLikeFormula(clean) ? 1 : 0);
        writer.Write(" t=\"inlineStr\"><x:is><x:t xml:space=\"preserve\">");
        Escape(writer, SheetText.EscapeCodes(clean));
        writer.Write("</x:t></x:is></x:c>");
    }

    private void Number(StreamWriter writer, char column, int row, double? value, int style)
    {
        if (value is not { } number)
        {
            return;
        }

        Open(writer, column, row, style);
        writer.Write("><x:v>");
        writer.Write(number.ToString("R", CultureInfo.InvariantCulture));
        writer.Write("</x:v></x:c>");
    }

    private void Open(StreamWriter writer, char column, int row, int style)
    {
        writer.Write("<x:c r=\"");
        writer.Write(column);
        writer.Write(row);
        writer.Write("\" s=\"");
        writer.Write(_styles[style]);
        writer.Write('"');
    }

    private static void Escape(StreamWriter writer, string text)
    {
        var rest = text.AsSpan();
        while (rest.IndexOfAny('&', '<', '>') is >= 0 and var at)
        {
            writer.Write(rest[..at]);
            writer.Write(rest[at] switch { '&' => "&amp;", '<' => "&lt;", _ => "&gt;" });
            rest = rest[(at + 1)..];
        }

        writer.Write(rest);
    }

    [GeneratedRegex("<x:c r=\"[A-Z]+[0-9]+\" s=\"([0-9]+)\"")]
    private static partial Regex StyleId();
}
