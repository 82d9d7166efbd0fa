using System.Globalization;
using Analytics.Core.Reports;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Sections.Definitions;

/// <summary>Sheet 90: what every number is, in both languages, and the settings it was computed under.</summary>
internal static class DefinitionsSheet
{
    private static readonly double[] Widths = [8, 22, 30, 56, 34, 44];

    /// <summary>Fills the sheet.</summary>
    public static void Fill(SheetDraft sheet)
    {
        var words = sheet.Words;
        sheet.Heading("definitions.title");
        sheet.Header(
            1, words.Get("head.definition"), words.Get("head.nameZh"), words.Get("head.nameEn"), words.Get("head.formula"),
            words.Get("head.denominator"), words.Get("head.source"));
        // K01… before D01…: the headline measures come first
        foreach (var definition in SectionOutputs.All.SelectMany(s => s.Definitions).OrderByDescending(d => d.Id[0]).ThenBy(d => d.Id, StringComparer.Ordinal))
        {
            Entry(sheet, definition);
        }

        sheet.Row++;
        Settings(sheet);
        sheet.Row++;
        sheet.Section(words.Get("definitions.legend"));
        sheet.Note(words.Get("legend.signals"));
        sheet.Note(words.Get("legend.cells"));
        foreach (var legend in SectionOutputs.All.SelectMany(s => s.Legends))
        {
            sheet.Note(words.Get(legend));
        }

        for (var i = 0; i < Widths.Length; i++)
        {
            sheet.Width(i + 1, Widths[i]);
        }

        sheet.Finish(frozenRows: 4, frozenColumns: 1);
    }

    private static void Entry(SheetDraft sheet, Definition definition)
    {
        var (words, key) = (sheet.Words, definition.Key);
        string[] texts =
        [
            definition.Id, words.InChinese(definition.NameKey), words.InEnglish(definition.NameKey),
            words.Get(key + ".formula"), words.Get(key + ".denominator"), words.Get(key + ".source"),
        ];
        var lines = 1.0;
        for (var i = 0; i < texts.Length; i++)
        {
            sheet.Put(sheet.Row, i + 1, texts[i], i is 0 ? CellLook.Centred : CellLook.Wrapped, measure: false);
            lines = Math.Max(lines, Math.Ceiling(SheetText.Width(texts[i]) * 1.1 / Widths[i]));
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
        Setting(
            sheet, "setting.population",
            header.PopulationAsOf.Count == 0
                ? Marks.Absent
                : string.Join(words.Get("list.separator"), header.PopulationAsOf.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
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
