using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Sections.Cases;

/// <summary>
/// Sheet 92: masked rows with filters. ClosedXML writes head, set-up and one pattern row whose styles the rows take; the rows
/// themselves are streamed by <see cref="DetailRowsXml"/>, so that ten thousand cost little.
/// </summary>
internal static class DetailsSheet
{
    /// <summary>Row of the column heads.</summary>
    public const int HeadRow = 4;

    /// <summary>Column of the free text.</summary>
    public const int TextColumn = 15;

    private static readonly (string Key, double Width)[] Columns =
    [
        ("column.complaint_id", 16), ("column.subscriber_id", 11), ("column.received_at", 17), ("column.channel", 14), ("column.category", 18),
        ("column.cause", 22), ("column.region", 12), ("column.status", 10),
        ("column.first_reply_hours", 11), ("column.handling_hours", 11), ("column.is_escalated", 9), ("column.resolution", 16),
        ("column.satisfaction", 10), ("column.count", 8), ("column.text", 60),
    ];

    /// <summary>Fills the sheet but for its rows.</summary>
    public static void Fill(SheetDraft sheet)
    {
        var (words, details) = (sheet.Words, sheet.Draft.Report.Details);
        sheet.Heading("details.title");
        sheet.Put(
            3, 1, words.Get("details.note", NumberFormats.Fixed(details.Rows.Count, 0), NumberFormats.Fixed(details.TotalRows, 0)), CellLook.Note,
            measure: false);
        sheet.Row = HeadRow;
        sheet.Header(1, [.. Columns.Select(c => words.Get(c.Key))]);
        for (var i = 0; i < Columns.Length; i++)
        {
            sheet.Width(i + 1, Columns[i].Width);
        }

        Pattern(sheet);
        sheet.Row = HeadRow + Math.Max(1, details.Rows.Count);
        sheet.Sheet.Range(HeadRow, 1, sheet.Row, Columns.Length).SetAutoFilter();
        sheet.Finish(frozenRows: HeadRow, frozenColumns: 1);
    }

    /// <summary>One cell of each look, in the order <see cref="DetailRowsXml"/> expects.</summary>
    private static void Pattern(SheetDraft sheet)
    {
        var text = new CellLook(Align: ClosedXML.Excel.XLAlignmentHorizontalValues.Left, Indent: 1);
        CellLook[] looks =
        [
            text, text with { Quoted = true }, new CellLook(Format: "yyyy-mm-dd hh:mm"), new CellLook(Format: "#,##0.0"), new CellLook(Format: "#,##0"),
            new CellLook(Format: "0.##"),
        ];
        for (var i = 0; i < looks.Length; i++)
        {
            sheet.Put(HeadRow + 1, i + 1, 0, looks[i]);
        }
    }
}
