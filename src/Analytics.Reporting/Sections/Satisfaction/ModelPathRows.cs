using Analytics.Core.Reports.Satisfaction;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Sections.Satisfaction;

/// <summary>Paths and total effects on sheet 07; where the gate holds them back, why.</summary>
internal static class ModelPathRows
{
    /// <summary>Writes both tables at the cursor.</summary>
    public static void Fill(SheetDraft sheet, SatisfactionModel model)
    {
        Paths(sheet, model);
        Effects(sheet, model);
    }

    private static void Paths(SheetDraft sheet, SatisfactionModel model)
    {
        var words = sheet.Words;
        sheet.Section(words.Get("model.paths"), model.IsHeldBack ? words.Get("model.pathsHeldBack") : words.Get("model.pathsNote"));
        if (!model.IsHeldBack)
        {
            string[] keys = ["from", "to", "beta", "lower", "upper", "standardError", "t", "p", "fSquare", "vif", "significance"];
            sheet.Header(1, [.. keys.Select(k => words.Get("head." + k))]);
            foreach (var path in model.Paths)
            {
                var at = sheet.Row++;
                sheet.Put(at, 1, words.Label(path.From), CellLook.Text);
                sheet.Put(at, 2, words.Label(path.To), CellLook.Text);
                sheet.WithBounds(at, 3, path.Coefficient, FigureCells.Coefficient);
                sheet.Put(at, 6, path.StandardError, CellLook.Number(FigureCells.Coefficient));
                sheet.Statistic(at, 7, path.T, "0.00");
                sheet.Put(at, 8, path.PValue, CellLook.Number(FigureCells.Probability));
                sheet.Statistic(at, 9, path.FSquare, FigureCells.Coefficient);
                sheet.Put(at, 10, path.Vif, CellLook.Number("0.00"));
                sheet.Verdict(at, 11, path.IsSignificant ? "◆" : "○", words.Get(path.IsSignificant ? "significant.yes" : "significant.no"));
            }

            sheet.ExplainMissing();
        }

        sheet.Row++;
    }

    private static void Effects(SheetDraft sheet, SatisfactionModel model)
    {
        if (model.Effects.Count == 0)
        {
            return;
        }

        var words = sheet.Words;
        sheet.Section(words.Get("model.effects"), words.Get("model.effectsNote", words.Label(model.Target)));
        string[] keys = ["from", "to", "direct", "indirect", "total", "lower", "upper"];
        sheet.Header(1, [.. keys.Select(k => words.Get("head.effect." + k))]);
        foreach (var effect in model.Effects.OrderBy(e => e.To == model.Target ? 0 : 1))
        {
            var at = sheet.Row++;
            sheet.Put(at, 1, words.Label(effect.From), CellLook.Text with { Bold = effect.To == model.Target });
            sheet.Put(at, 2, words.Label(effect.To), CellLook.Text with { Bold = effect.To == model.Target });
            sheet.Put(at, 3, effect.Direct, CellLook.Number(FigureCells.Coefficient));
            sheet.Put(at, 4, effect.Indirect, CellLook.Number(FigureCells.Coefficient));
            sheet.WithBounds(at, 5, effect.Total, FigureCells.Coefficient);
            if (effect.Total.Value is { } total && Math.Abs(total - effect.Direct - effect.Indirect) < 1e-9)
            {
                sheet.Follow(at, 5, effect.Total, $"C{at}+D{at}");
            }
        }

        sheet.ExplainMissing();
        sheet.Row++;
    }
}
