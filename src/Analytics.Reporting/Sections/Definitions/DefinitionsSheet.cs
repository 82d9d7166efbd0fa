using System.Globalization;
using Analytics.Core.Reports;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Sections.Definitions;

/// <summary>Sheet 90: what every number is, in both languages, and the settings it was computed under.</summary>
internal static class DefinitionsSheet
{
    /// <summary>Definitions after the headline measures, in order: resource keys.</summary>
    private static readonly string[] Others =
    [
        "share", "rateRatio", "contribution", "residual", "fdr", "heat", "pareto", "probabilityA", "increase", "causeChange", "association", "accepted", "satisfied", "medianHours",
        "score", "topTwo", "index", "path", "gate", "effective", "importance", "priority", "drivers", "lead", "shrunk", "poisson", "wilson", "limits", "trailing", "suppression",
    ];

    /// <summary>Id of a measure's definition, as every sheet cites it: K01…</summary>
    public static string IdOf(KpiId id) => "K" + ((int)id + 1).ToString("00", CultureInfo.InvariantCulture);

    /// <summary>Fills the sheet.</summary>
    public static void Fill(SheetDraft sheet)
    {
        var words = sheet.Words;
        sheet.Heading("definitions.title");
        sheet.Header(1, words.Get("head.definition"), words.Get("head.nameZh"), words.Get("head.nameEn"), words.Get("head.formula"), words.Get("head.denominator"), words.Get("head.source"));
        foreach (var id in Enum.GetValues<KpiId>())
        {
            Entry(sheet, IdOf(id), "kpi." + id, "define." + id);
        }

        for (var i = 0; i < Others.Length; i++)
        {
            Entry(sheet, "D" + (i + 1).ToString("00", CultureInfo.InvariantCulture), "define." + Others[i] + ".name", "define." + Others[i]);
        }

        sheet.Row++;
        Settings(sheet);
        sheet.Row++;
        sheet.Section(words.Get("definitions.legend"));
        sheet.Note(words.Get("legend.signals"));
        sheet.Note(words.Get("legend.cells"));
        sheet.Note(words.Get("legend.pareto"));
        double[] widths = [8, 22, 30, 56, 34, 44];
        for (var i = 0; i < widths.Length; i++)
        {
            sheet.Width(i + 1, widths[i]);
        }

        sheet.Finish(frozenRows: 4, frozenColumns: 1);
    }

    private static void Entry(SheetDraft sheet, string id, string nameKey, string key)
    {
        var words = sheet.Words;
        string[] texts = [id, words.InChinese(nameKey), words.InEnglish(nameKey), words.Get(key + ".formula"), words.Get(key + ".denominator"), words.Get(key + ".source")];
        double[] widths = [8, 22, 30, 56, 34, 44];
        var lines = 1.0;
        for (var i = 0; i < texts.Length; i++)
        {
            sheet.Put(sheet.Row, i + 1, texts[i], i is 0 ? CellLook.Centred : CellLook.Wrapped, measure: false);
            lines = Math.Max(lines, Math.Ceiling(CellText.Width(texts[i]) * 1.1 / widths[i]));
        }

        sheet.Sheet.Row(sheet.Row++).Height = 4 + (14 * lines);
    }

    private static void Settings(SheetDraft sheet)
    {
        var (words, header) = (sheet.Words, sheet.Draft.Report.Header);
        sheet.Section(words.Get("definitions.settings"));
        Setting(sheet, "setting.scope", words.Scope);
        Setting(sheet, "setting.minimumCell", header.MinimumCell.ToString(CultureInfo.InvariantCulture));
        Setting(sheet, "setting.confidence", NumberFormats.Value(header.ConfidenceLevel, MeasureUnit.Share));
        Setting(sheet, "setting.trailing", header.TrailingPeriods.ToString(CultureInfo.InvariantCulture));
        Setting(sheet, "setting.timeZone", header.TimeZone);
        Setting(sheet, "setting.currency", header.Currency);
        Setting(sheet, "setting.population", header.PopulationAsOf.Count == 0 ? Marks.Absent : string.Join(words.Get("list.separator"), header.PopulationAsOf.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
        Setting(sheet, "setting.cutOff", header.CutOff.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
        Setting(sheet, "setting.dataVersion", header.DataVersion);
        Setting(sheet, "setting.schema", sheet.Draft.Report.SchemaVersion.ToString(CultureInfo.InvariantCulture));
    }

    private static void Setting(SheetDraft sheet, string key, string value)
    {
        sheet.Put(sheet.Row, 2, sheet.Words.Get(key), CellLook.Text, measure: false);
        sheet.Put(sheet.Row++, 3, value, CellLook.Text, measure: false);
    }
}
