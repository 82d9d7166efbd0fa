using Analytics.Core.Reports.Satisfaction;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Sections.Satisfaction;

/// <summary>On sheet 07: how answers are weighted, and the way from questionnaires sent to those that count.</summary>
internal static class ResponseRows
{
    /// <summary>Writes both tables at the cursor.</summary>
    public static void Fill(SheetDraft sheet, SatisfactionSection section)
    {
        Weighting(sheet, section.Weighting);
        Funnel(sheet, section.Responses);
    }

    private static void Weighting(SheetDraft sheet, WeightingSummary weighting)
    {
        var words = sheet.Words;
        var margins = weighting.Margins.Count == 0
            ? ""
            : words.Get("weighting.margins", string.Join(words.Get("list.separator"), weighting.Margins.Select(words.Column)));
        sheet.Section(words.Get("weighting.title"), words.Get("weighting." + weighting.Method) + margins);
        string[] keys = ["respondents", "effective", "designEffect", "trimmed", "converged"];
        sheet.Header(1, [.. keys.Select(k => words.Get("head." + k))]);
        var at = sheet.Row++;
        sheet.Put(at, 1, weighting.Respondents, CellLook.Number("#,##0"));
        sheet.Put(at, 2, weighting.EffectiveRespondents, CellLook.Number("#,##0"));
        sheet.Put(at, 3, weighting.DesignEffect, CellLook.Number("0.00"));
        sheet.Put(at, 4, weighting.Trimmed, CellLook.Number("#,##0"));
        sheet.Put(
            at, 5, $"{(weighting.Converged ? "●" : "▲")} {words.Get(weighting.Converged ? "weighting.converged" : "weighting.notConverged")}",
            CellLook.Verdict with { Ink = weighting.Converged ? Palette.Green : Palette.Orange }, measure: false);
        sheet.Row++;
    }

    private static void Funnel(SheetDraft sheet, ResponseCounts responses)
    {
        var words = sheet.Words;
        sheet.Section(words.Get("funnel.title"), words.Get("funnel.note"));
        sheet.Header(1, words.Get("head.stage"), words.Get("head.questionnaires"), words.Get("head.shareOfStage"));
        if (responses.Sent is { } sent)
        {
            Stage(sheet, "sent", sent, null, new CellLook());
        }

        var returned = sheet.Row++;
        (string Key, long Count)[] parts =
        [
            ("valid", responses.Valid), ("outOfScale", responses.OutOfScale), ("incomplete", responses.Incomplete),
            ("straightLined", responses.StraightLined), ("tooFast", responses.TooFast),
        ];
        foreach (var (key, count) in parts)
        {
            Stage(sheet, key, count, returned, CellLook.Text with { Indent = 1 });
        }

        sheet.Put(returned, 1, words.Get("funnel.returned"), CellLook.Text with { Bold = true });
        sheet.Live(
            returned, 2, responses.Returned, $"SUM({new CellRange(sheet.Name, returned + 1, 2, returned + parts.Length, 2).Local})",
            CellLook.Number("#,##0") with { Bold = true });
        sheet.Sheet.Cell(returned, 2).AddToNamed(SatisfactionOutput.ReturnedName);
        if (responses.Sent is > 0 and var whole)
        {
            sheet.Live(returned, 3, (double)responses.Returned / whole, $"B{returned}/B{returned - 1}", CellLook.Number("0.0%") with { Bold = true });
        }
        else
        {
            sheet.Put(returned, 3, "", CellLook.Text);
        }

        sheet.Row++;
    }

    private static void Stage(SheetDraft sheet, string key, long count, int? returned, CellLook look)
    {
        var at = sheet.Row++;
        sheet.Put(at, 1, sheet.Words.Get("funnel." + key), look with { Line = CellLook.Text.Line });
        sheet.Put(at, 2, count, CellLook.Number("#,##0"));
        var whole = returned is null ? 0 : sheet.Draft.Report.Satisfaction!.Responses.Returned;
        if (whole > 0)
        {
            sheet.Live(at, 3, (double)count / whole, $"B{at}/B{returned}", CellLook.Number("0.0%"));
        }
        else
        {
            sheet.Put(at, 3, "", CellLook.Text);
        }
    }
}
