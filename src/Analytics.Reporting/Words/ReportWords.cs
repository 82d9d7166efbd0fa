using System.Globalization;
using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Core.Reports;

namespace Analytics.Reporting.Words;

/// <summary>Every word of a report in one language: interface words from resources, data labels through the report's own translations.</summary>
public sealed class ReportWords
{
    private readonly WordStore _words;
    private readonly IReadOnlyDictionary<string, string>? _labels;
    private readonly ReportHeader _header;

    /// <param name="language"><c>zh-CN</c> or <c>en</c>; other tags of the two languages are read as these.</param>
    /// <param name="report">The report whose labels, currency and period are put into words.</param>
    /// <exception cref="AnalyticsException">AN5101: there are no words for the language.</exception>
    public ReportWords(string language, Report report)
    {
        _words = WordStore.Required(language);
        _labels = report.Labels.GetValueOrDefault(_words.Language);
        _header = report.Header;
        Kind = ReportPeriod.TryParse(_header.Period, DayOfWeek.Monday, out var period) ? period.Kind : PeriodKind.Week;
    }

    /// <summary><c>zh-CN</c> or <c>en</c>.</summary>
    public string Language => _words.Language;

    /// <summary>Week, month or quarter: decides the title.</summary>
    public PeriodKind Kind { get; }

    /// <summary>The report's title: 满意度周报, "Weekly satisfaction report".</summary>
    public string Title => Get("title." + Kind);

    /// <summary>The word of a resource key.</summary>
    /// <exception cref="KeyNotFoundException">No such key; a test keeps both languages complete.</exception>
    public string Get(string key) => Find(key) ?? throw new KeyNotFoundException($"The resources for {Language} have no word '{key}'.");

    /// <summary>The word of a resource key with <c>{0}</c>, <c>{1}</c>… filled in; numbers in invariant form.</summary>
    public string Get(string key, params ReadOnlySpan<object?> arguments) => string.Format(CultureInfo.InvariantCulture, Get(key), arguments);

    /// <summary>The word of a resource key, or null.</summary>
    public string? Find(string key) => _words.Find(key);

    /// <summary>The word of a resource key in the other language, for the bilingual definitions sheet.</summary>
    public string InEnglish(string key) => WordStore.Of("en")!.Find(key) ?? key;

    /// <summary>The word of a resource key in Chinese, for the bilingual definitions sheet.</summary>
    public string InChinese(string key) => WordStore.Of("zh")!.Find(key) ?? key;

    /// <summary>Name of a canonical or derived column; an unknown one as it is.</summary>
    public string Column(string column) => Find("column." + column) ?? column;

    /// <summary>Name of a canonical table.</summary>
    public string Table(string table) => Find("table." + table) ?? table;

    /// <summary>Name of a headline measure.</summary>
    public string Kpi(KpiId id) => Get("kpi." + id);

    /// <summary>Name of what a Pareto ranks by.</summary>
    public string Measure(ParetoMeasure measure) => Get("measure." + measure);

    /// <summary>Name of a unit as headers and tiles show it: 件/万户, "per 10,000"; money by its currency.</summary>
    public string Unit(MeasureUnit unit) => unit == MeasureUnit.Money
        ? Find("unit.money." + _header.Currency) ?? _header.Currency
        : Get("unit." + unit);

    /// <summary>Unit of a change: 百分点 / pp for shares, else the unit itself.</summary>
    public string ChangeUnit(MeasureUnit unit) => unit == MeasureUnit.Share ? Get("change.Share") : Unit(unit);

    /// <summary>
    /// A data label as shown: translated where the data bring a translation; empty → unknown, null → other, the marks for hidden and for the rest → their
    /// words.
    /// </summary>
    public string Label(string? stored) => stored switch
    {
        _ when LabelKinds.IsMerged(stored) => Get("label.other"),
        _ when LabelKinds.IsUnknown(stored) => Get("label.unknown"),
        _ when LabelKinds.IsHidden(stored) => Get("label.hidden"),
        _ when LabelKinds.IsRest(stored) => Get("label.rest"),
        _ => _labels?.GetValueOrDefault(stored!) ?? Find("label." + stored) ?? stored!,
    };

    /// <summary>A Pareto label; the rest says how many it merges.</summary>
    public string Label(ParetoItem item) => LabelKinds.IsMerged(item.Label) && item.Merged > 1 ? Get("label.otherMerged", item.Merged) : Label(item.Label);

    /// <summary>Why a figure is absent, in words; an unknown key as it is.</summary>
    public string Reason(string? reason) => reason is null ? "" : Find("reason." + reason) ?? reason;

    /// <summary>Name of a quarantine rule or a file finding; an unknown one as it is.</summary>
    public string Rule(string rule) => Find("rule." + rule) ?? rule;

    /// <summary>
    /// A subject of <see cref="NotComputed"/> or <see cref="TieCheck"/>: a measure, or <c>segment:arpu</c>, <c>pareto:Refund</c>,
    /// <c>heatmap:arpu×age</c>.
    /// </summary>
    public string Subject(string subject)
    {
        if (Find("kpi." + subject) is { } kpi)
        {
            return kpi;
        }

        var parts = subject.Split(':', 2);
        if ((parts.Length > 1 ? Find($"subject.{parts[0]}.part") : null) is not { } pattern && (pattern = Find("subject." + parts[0])) is null)
        {
            return subject;
        }

        return parts.Length == 1 ? pattern : string.Format(CultureInfo.InvariantCulture, pattern, SubjectDetail(parts[1]));
    }

    /// <summary>What the verdict of a control chart says.</summary>
    public string SignalWord(Signal signal) => Get("signal." + signal);

    /// <summary>A figure as text without unit: the value, ○ where hidden, — where absent.</summary>
    public string Figure(Figure figure, MeasureUnit unit) => figure.State switch
    {
        FigureState.Suppressed => Marks.Suppressed,
        FigureState.Known when figure.Value is { } value => NumberFormats.Value(value, unit),
        _ => Marks.Absent,
    };

    /// <summary>A value with its unit: <c>3.42 件/万户</c>, <c>12.3%</c>.</summary>
    public string WithUnit(double value, MeasureUnit unit) => unit == MeasureUnit.Share
        ? NumberFormats.Value(value, unit)
        : Get("number.withUnit", NumberFormats.Value(value, unit), Unit(unit));

    /// <summary>A change as text with sign and no unit, ○ where hidden, — where absent.</summary>
    public string Change(Figure change, MeasureUnit unit) => change.State switch
    {
        FigureState.Suppressed => Marks.Suppressed,
        FigureState.Known when change.Value is { } value => NumberFormats.Change(value, unit),
        _ => Marks.Absent,
    };

    /// <summary>The interval of a figure, <c>[1.20, 1.60]</c>; empty where there is none.</summary>
    public string Interval(Figure figure, MeasureUnit unit) => figure is { State: FigureState.Known, Lower: { } lower, Upper: { } upper }
        ? $"[{NumberFormats.Value(lower, unit)}, {NumberFormats.Value(upper, unit)}]"
        : "";

    /// <summary>Why a figure shows no value, in words; empty where it does.</summary>
    public string WhyMissing(Figure figure) => figure.State switch
    {
        FigureState.Suppressed => Get("state.suppressed", _header.MinimumCell),
        FigureState.Absent => Get("state.absent", Reason(figure.Reason)),
        _ => "",
    };

    /// <summary>A period label in words: <c>2026-W46</c> → 2026年第46周.</summary>
    public string Period(string label)
    {
        if (!ReportPeriod.TryParse(label, DayOfWeek.Monday, out var period))
        {
            return label;
        }

        var number = period.Kind == PeriodKind.Month && Language == "en"
            ? CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(period.Number)
            : period.Number.ToString(CultureInfo.InvariantCulture);
        return Get("period." + period.Kind, period.Year, number);
    }

    /// <summary>The report's days: <c>2026-11-09 至 2026-11-15</c>.</summary>
    public string PeriodRange => Get("period.range", Day(_header.Start), Day(_header.End));

    /// <summary>The report's filters in words, or that there are none.</summary>
    public string Scope => _header.Scope.Count == 0
        ? Get("scope.all")
        : string.Join(Get("scope.separator"), _header.Scope.Select(FilterText));

    /// <summary>File name of the workbook: <c>满意度周报_2026W46_全省_v1.xlsx</c>, <c>satisfaction_2026-W46_all_v1.xlsx</c>.</summary>
    /// <param name="version">Version number, from 1.</param>
    public string WorkbookName(int version)
    {
        var period = Language == "en" ? _header.Period : _header.Period.Replace("-", "", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"{Get("file.title." + Kind)}_{period}_{FileNames.Part(ScopeInFileName())}_v{version}.xlsx");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string ScopeInFileName() => _header.Scope.Count == 0
        ? Get("file.all")
        : string.Join('_', _header.Scope.Select(f => string.Join('+', f.Values.Select(Label))));

    private string FilterText(Filter filter)
        => Get("scope.filter", Column(filter.Column), string.Join(Get("list.separator"), filter.Values.Select(Label)));

    private string SubjectDetail(string detail) => string.Join(" · ", detail.Split(':').Select(part =>
        Find("measure." + part) ?? Find("subject-part." + part) ?? string.Join(" × ", part.Split('×').Select(Column))));
}
