using Analytics.Core.Reports;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Mail;

/// <summary>The headline measures of a mail: as a table, and as lines of text.</summary>
internal static class MailKpis
{
    /// <summary>The table: this period with its interval, change, year before, verdict.</summary>
    public static void Write(MailHtml html, Report report, ReportWords words)
    {
        html.Section(words.Get("cover.kpis"));
        html.Open().Table(isData: true).Row()
            .Head(words.Get("head.kpi"), width: "27%")
            .Head(words.Get("head.current"), "right", "22%")
            .Head(words.Get("mail.change"), "right", "19%")
            .Head(words.Get("head.yearBefore"), "right", "12%")
            .Head(words.Get("head.signal"), width: "20%")
            .EndRow();
        foreach (var kpi in report.Kpis)
        {
            Row(html, kpi, words);
        }

        html.EndTable().Close();
    }

    /// <summary>One line a measure: name, value with unit, change, year before, verdict; why it is missing where it is.</summary>
    public static IEnumerable<string> Lines(Report report, ReportWords words)
        => report.Kpis.Select(kpi => Line(kpi, words));

    /// <summary>A change with its arrow and, for a share, its unit: <c>▲ +1.2 百分点</c>.</summary>
    public static string Change(Kpi kpi, ReportWords words)
    {
        if (kpi.Change is not { State: FigureState.Known, Value: { } change })
        {
            return words.Figure(kpi.Change, kpi.Unit);
        }

        var text = $"{Marks.Arrow(change)} {NumberFormats.Change(change, kpi.Unit)}";
        return kpi.Unit == MeasureUnit.Share ? words.Get("number.withUnit", text, words.ChangeUnit(kpi.Unit)) : text;
    }

    private static string Line(Kpi kpi, ReportWords words) => kpi.Current is { State: FigureState.Known, Value: { } value }
        ? words.Get(
            "mail.kpiLine", Marks.Of(kpi.Signal), words.Kpi(kpi.Id), words.WithUnit(value, kpi.Unit), Change(kpi, words),
            words.Figure(kpi.YearBefore, kpi.Unit), words.SignalWord(kpi.Signal))
        : words.Get("mail.kpiMissing", Marks.Of(kpi.Signal), words.Kpi(kpi.Id), words.Figure(kpi.Current, kpi.Unit), words.WhyMissing(kpi.Current));

    private static void Row(MailHtml html, Kpi kpi, ReportWords words)
    {
        var isWorse = kpi.Signal == Signal.Worse;
        var name = new MailLook(IsBold: true, Fill: isWorse ? Palette.AlarmGround : Palette.White);
        var number = name with { Align = "right", IsBold = false, IsWhole = true };
        var isKnown = kpi.Current.State == FigureState.Known;
        html.Row()
            .Cell(words.Kpi(kpi.Id), name, kpi.Unit == MeasureUnit.Share ? "" : words.Unit(kpi.Unit))
            .Cell(
                words.Figure(kpi.Current, kpi.Unit),
                number with { Size = 18, IsBold = true, Ink = !isKnown ? Palette.Grey : isWorse ? Palette.Red : Palette.Navy, IsWhole = isKnown },
                isKnown ? words.Interval(kpi.Current, kpi.Unit) : words.WhyMissing(kpi.Current))
            .Cell(Change(kpi, words), number, Bounds(kpi))
            .Cell(words.Figure(kpi.YearBefore, kpi.Unit), number)
            .Cell($"{Marks.Of(kpi.Signal)} {words.SignalWord(kpi.Signal)}", name with { Size = 12, Ink = Palette.Of(kpi.Signal) })
            .EndRow();
    }

    private static string Bounds(Kpi kpi) => kpi.Change is { State: FigureState.Known, Lower: { } lower, Upper: { } upper }
        ? $"[{NumberFormats.Change(lower, kpi.Unit)}, {NumberFormats.Change(upper, kpi.Unit)}]"
        : "";
}
