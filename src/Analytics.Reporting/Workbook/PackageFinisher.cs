using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Reporting.Workbook;

/// <summary>Adds to the package ClosedXML saved what ClosedXML cannot write: formulas with cached values, native charts, shapes.</summary>
internal static class PackageFinisher
{
    /// <summary>EMU between the edge of a row and a chart, so that the frame of a chart that begins a page leaves no line on the page before.</summary>
    private const int ClearOfEdge = 19050;

    private const string DrawingNamespaces = "xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    /// <summary>Finishes the package in place and returns the entry of every sheet by the sheet's name.</summary>
    public static IReadOnlyDictionary<string, string> Finish(Stream package, BookDraft draft)
    {
        using var document = SpreadsheetDocument.Open(package, isEditable: true, new OpenSettings { AutoSave = true });
        var workbook = document.WorkbookPart!;
        var entries = new Dictionary<string, string>();
        AnchorTitles(workbook.Workbook.DefinedNames);
        MeasureBy(workbook.WorkbookStylesPart!.Stylesheet.Fonts!.Elements<Font>().First());
        foreach (var sheet in workbook.Workbook.Sheets!.Elements<Sheet>())
        {
            var name = sheet.Name!.Value!;
            entries[name] = workbook.GetPartById(sheet.Id!.Value!).Uri.OriginalString.TrimStart('/');
            var formulas = draft.Formulas.Where(f => f.Sheet == name).ToDictionary(f => f.Address);
            var charts = draft.Charts.Where(c => c.Sheet == name).ToList();
            var shapes = draft.Shapes.Where(s => s.Sheet == name).ToList();
            if (formulas.Count + charts.Count + shapes.Count == 0)
            {
                continue;
            }

            var part = (WorksheetPart)workbook.GetPartById(sheet.Id!.Value!);
            MakeLive(part.Worksheet, formulas);
            if (charts.Count + shapes.Count > 0)
            {
                Draw(part, charts, shapes);
            }
        }

        return entries;
    }

    /// <summary>Rows repeated on every page, <c>1:5</c>, as <c>$1:$5</c>: not every program takes the bare form.</summary>
    private static void AnchorTitles(DefinedNames? names)
    {
        foreach (var name in names?.Elements<DefinedName>().Where(n => n.Name == "_xlnm.Print_Titles") ?? [])
        {
            var rows = name.Text.LastIndexOf('!') + 1;
            if (!name.Text.AsSpan(rows).Contains('$'))
            {
                name.Text = name.Text[..rows] + "$" + name.Text[rows..].Replace(":", ":$", StringComparison.Ordinal);
            }
        }
    }

    /// <summary>
    /// The workbook's base font, which no cell shows, is the unit of column widths. Arial is everywhere, in itself or in a font of the same
    /// metrics, so that columns and printed pages come out alike in every program.
    /// </summary>
    private static void MeasureBy(Font font)
    {
        font.GetFirstChild<FontName>()!.Val = "Arial";
        font.GetFirstChild<FontSize>()!.Val = 10;
    }

    private static void MakeLive(Worksheet worksheet, Dictionary<string, LiveFormula> formulas)
    {
        if (formulas.Count == 0)
        {
            return;
        }

        foreach (var row in worksheet.GetFirstChild<SheetData>()!.Elements<Row>())
        {
            foreach (var cell in row.Elements<Cell>())
            {
                if (formulas.TryGetValue(cell.CellReference!.Value!, out var formula))
                {
                    MakeLive(cell, formula);
                }
            }
        }
    }

    private static void MakeLive(Cell cell, LiveFormula formula)
    {
        cell.CellFormula = new CellFormula(formula.Formula);
        if (formula.Text is not { } text)
        {
            return;
        }

        cell.DataType = CellValues.String;
        cell.CellValue = new CellValue(text);
    }

    private static void Draw(WorksheetPart sheet, List<PlacedChart> charts, List<PlacedShapes> shapes)
    {
        var part = sheet.AddNewPart<DrawingsPart>("rIdDrawing");
        var anchors = new StringBuilder($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><xdr:wsDr {DrawingNamespaces}>");
        for (var i = 0; i < charts.Count; i++)
        {
            var id = "rIdChart" + (i + 1).ToString(CultureInfo.InvariantCulture);
            Write(part.AddNewPart<ChartPart>(id), ChartXml.Write(charts[i].Chart));
            anchors.Append(Anchor(charts[i], id, i + 1));
        }

        foreach (var shape in shapes)
        {
            anchors.Append(shape.AnchorXml);
        }

        Write(part, anchors.Append("</xdr:wsDr>").ToString());
        sheet.Worksheet.AddChild(new Drawing { Id = "rIdDrawing" }, throwOnError: true);
    }

    private static string Anchor(PlacedChart placed, string relation, int number)
    {
        var title = SheetText.Markup(placed.Chart.Title);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<xdr:twoCellAnchor><xdr:from><xdr:col>{placed.Column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{placed.Row}</xdr:row>"
                + $"<xdr:rowOff>{ClearOfEdge}</xdr:rowOff></xdr:from><xdr:to><xdr:col>{placed.ColumnEnd}</xdr:col><xdr:colOff>0</xdr:colOff>"
                + $"<xdr:row>{placed.RowEnd}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr><xdr:cNvPr id=\"{number + 1}\" name=\"Chart {number}\" descr=\"{title}\"/>"
                    + $"<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm>")
            + $"<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart r:id=\"{relation}\"/></a:graphicData>"
            + $"</a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>";
    }

    private static void Write(OpenXmlPart part, string xml)
    {
        using var stream = part.GetStream(FileMode.Create);
        stream.Write(Encoding.UTF8.GetBytes(xml));
    }
}
