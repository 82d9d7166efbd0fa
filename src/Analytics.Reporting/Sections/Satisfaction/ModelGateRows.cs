using Analytics.Core.Reports.Satisfaction;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Sections.Satisfaction;

/// <summary>The reliability and validity gate on sheet 07: constructs, items, pairs, the whole model, and every test that was missed.</summary>
internal static class ModelGateRows
{
    /// <summary>Writes the tables at the cursor.</summary>
    public static void Fill(SheetDraft sheet, SatisfactionModel model)
    {
        Findings(sheet, model);
        Constructs(sheet, model);
        Items(sheet, model);
        Pairs(sheet, model);
        Whole(sheet, model);
    }

    private static void Findings(SheetDraft sheet, SatisfactionModel model)
    {
        var words = sheet.Words;
        sheet.Section(words.Get("model.findings"), words.Get("model.findingsNote"));
        if (model.Findings.Count == 0)
        {
            sheet.Note(words.Get("model.noFindings"));
        }
        else
        {
            string[] keys = ["test", "subject", "found", "threshold", "consequence"];
            sheet.Header(1, [.. keys.Select(k => words.Get("head." + k))]);
            foreach (var finding in model.Findings)
            {
                var at = sheet.Row++;
                sheet.Put(at, 1, words.Find("gate." + finding.Kind) ?? finding.Kind, CellLook.Text);
                sheet.Put(at, 2, ModelCells.Subject(finding.Subject, words), CellLook.Text);
                sheet.Statistic(at, 3, finding.Value, FigureCells.Coefficient);
                sheet.Put(at, 4, finding.Threshold, CellLook.Number(FigureCells.Coefficient));
                sheet.Put(
                    at, 5, $"{(finding.Blocks ? "■" : "▲")} {words.Get(finding.Blocks ? "gate.blocks" : "gate.warns")}",
                    CellLook.Verdict with { Ink = finding.Blocks ? Palette.Red : Palette.Orange }, measure: false);
            }
        }

        foreach (var note in model.Notes)
        {
            sheet.Note(words.Get("model.note", Note(note, words)));
        }

        sheet.ExplainMissing();
        sheet.Row++;
    }

    private static string Note(ModelNote note, ReportWords words)
    {
        var value = note.Value is not { } number ? ""
            : note.Kind is "MissingAnswers" or "FailedResamples" ? NumberFormats.Fixed(number * 100, 2) + "%"
            : NumberFormats.Fixed(number, number == Math.Floor(number) ? 0 : 3);
        return words.Find("model.note." + note.Kind) is null ? note.Kind : words.Get("model.note." + note.Kind, ModelCells.Subject(note.Subject, words), value);
    }

    private static void Constructs(SheetDraft sheet, SatisfactionModel model)
    {
        var words = sheet.Words;
        sheet.Section(words.Get("model.reliability"), words.Get("model.reliabilityNote"));
        string[] keys = ["construct", "items", "alpha", "rhoC", "rhoA", "extracted", "rootExtracted", "gate"];
        sheet.Header(1, [.. keys.Select(k => words.Get("head." + k))]);
        foreach (var construct in model.Constructs)
        {
            var at = sheet.Row++;
            sheet.Put(at, 1, words.Label(construct.Name), CellLook.Text);
            sheet.Put(at, 2, construct.Items, CellLook.Number("0"));
            double?[] values = [construct.Alpha, construct.RhoC, construct.RhoA, construct.VarianceExtracted];
            for (var i = 0; i < values.Length; i++)
            {
                sheet.Statistic(at, 3 + i, values[i], FigureCells.Coefficient);
            }

            Root(sheet, at, construct.VarianceExtracted);
            Gate(sheet, at, 8, model, construct.Name, ["Reliability", "Alpha", "Redundancy", "VarianceExtracted"]);
        }

        sheet.ExplainMissing();
        sheet.Row++;
    }

    private static void Root(SheetDraft sheet, int row, double? extracted)
    {
        if (extracted is { } variance and >= 0)
        {
            sheet.Live(row, 7, Math.Sqrt(variance), $"SQRT(F{row})", CellLook.Number(FigureCells.Coefficient));
        }
        else
        {
            sheet.Statistic(row, 7, null, FigureCells.Coefficient);
        }
    }

    private static void Items(SheetDraft sheet, SatisfactionModel model)
    {
        var words = sheet.Words;
        sheet.Section(words.Get("model.items"), words.Get("model.itemsNote"));
        string[] keys = ["construct", "item", "score", "lower", "upper", "weight", "lower", "upper", "loading", "lower", "upper", "vif", "gate"];
        sheet.Header(1, [.. keys.Select(k => words.Get("head." + k))]);
        var before = "";
        foreach (var item in model.Items)
        {
            var at = sheet.Row++;
            sheet.Put(
                at, 1, words.Label(item.Construct),
                CellLook.Text with { Bold = item.Construct != before, Ink = item.Construct != before ? Palette.Ink : Palette.Grey });
            sheet.Put(at, 2, words.Label(item.Item), CellLook.Text);
            sheet.WithBounds(at, 3, item.Score, "0.00");
            sheet.WithBounds(at, 6, item.Weight, FigureCells.Coefficient);
            sheet.WithBounds(at, 9, item.Loading, FigureCells.Coefficient);
            sheet.Statistic(at, 12, item.Vif, "0.00");
            Gate(sheet, at, 13, model, item.Item, ["Loading", "ItemTotal", "CrossLoading", "Collinearity"]);
            before = item.Construct;
        }

        sheet.ExplainMissing();
        sheet.Row++;
    }

    private static void Pairs(SheetDraft sheet, SatisfactionModel model)
    {
        var words = sheet.Words;
        sheet.Section(words.Get("model.pairs"), words.Get("model.pairsNote"));
        string[] keys = ["construct", "construct", "correlation", "leastRoot", "fornellLarcker", "htmt", "lower", "upper", "gate"];
        sheet.Header(1, [.. keys.Select(k => words.Get("head." + k))]);
        foreach (var pair in model.Pairs)
        {
            var at = sheet.Row++;
            sheet.Put(at, 1, words.Label(pair.One), CellLook.Text);
            sheet.Put(at, 2, words.Label(pair.Two), CellLook.Text);
            sheet.Put(at, 3, pair.Correlation, CellLook.Number(FigureCells.Coefficient));
            sheet.Statistic(at, 4, pair.RootVarianceExtracted, FigureCells.Coefficient);
            var fornellLarcker = Missed(model, pair, "FornellLarcker");
            sheet.Put(
                at, 5, pair.RootVarianceExtracted is null ? "" : ModelCells.MarkOf(fornellLarcker),
                CellLook.Centred with { Bold = true, Ink = Palette.OfMark(ModelCells.MarkOf(fornellLarcker)) });
            sheet.WithBounds(at, 6, pair.Htmt, FigureCells.Coefficient);
            var mark = ModelCells.MarkOf(Missed(model, pair, "FornellLarcker").Concat(Missed(model, pair, "HeterotraitMonotrait")));
            sheet.Verdict(at, 9, mark, words.Get("gate.mark." + mark));
        }

        sheet.ExplainMissing();
        sheet.Row++;
    }

    private static IEnumerable<ModelFinding> Missed(SatisfactionModel model, ModelPair pair, string kind)
        => model.Findings.Where(f => f.Kind == kind && (f.Subject == $"{pair.One} ~ {pair.Two}" || f.Subject == $"{pair.Two} ~ {pair.One}"));

    private static void Whole(SheetDraft sheet, SatisfactionModel model)
    {
        var (words, fit) = (sheet.Words, model.Fit);
        sheet.Section(words.Get("model.fit"), words.Get("model.fitNote"));
        sheet.Header(1, words.Get("head.test"), words.Get("head.found"), words.Get("head.gate"));
        (string Key, double? Value, string Format, string? Kind)[] rows =
        [
            ("kmo", fit.Kmo, FigureCells.Coefficient, "Kmo"), ("bartlett", fit.BartlettChiSquare, "#,##0.0", null),
            ("bartlettP", fit.BartlettP, FigureCells.Probability, "Bartlett"),
            ("srmr", fit.Srmr, FigureCells.Coefficient, "Srmr"), ("gof", fit.GoodnessOfFit, FigureCells.Coefficient, null),
        ];
        foreach (var (key, value, format, kind) in rows)
        {
            var at = sheet.Row++;
            sheet.Put(at, 1, words.Get("model.fit." + key), CellLook.Text);
            sheet.Statistic(at, 2, value, format);
            if (kind is null)
            {
                sheet.Put(at, 3, "", CellLook.Text);
            }
            else
            {
                Gate(sheet, at, 3, model, "", [kind]);
            }
        }

        sheet.ExplainMissing();
        sheet.Row++;
    }

    /// <summary>The worst mark of an item's or construct's own tests; of a finding on a pair the first name is its subject.</summary>
    private static void Gate(SheetDraft sheet, int row, int column, SatisfactionModel model, string subject, string[] kinds)
    {
        bool IsOf(ModelFinding finding)
            => finding.Subject == subject || (finding.Kind == "CrossLoading" && finding.Subject.StartsWith(subject + " ~ ", StringComparison.Ordinal));
        var mark = ModelCells.MarkOf(model.Findings.Where(f => kinds.Contains(f.Kind) && IsOf(f)));
        sheet.Verdict(row, column, mark, sheet.Words.Get("gate.mark." + mark));
    }
}
