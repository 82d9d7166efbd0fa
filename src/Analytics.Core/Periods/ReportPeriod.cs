using System.Globalization;

namespace Analytics.Core.Periods;

/// <summary>
/// A week, month or quarter of the report's own time zone. Weeks carry ISO 8601 numbers; where the operator's week does not begin on
/// Monday, week N is the seven days that hold the Thursday of ISO week N and begin on the configured day.
/// </summary>
public readonly record struct ReportPeriod : IComparable<ReportPeriod>
{
    private ReportPeriod(PeriodKind kind, int year, int number, DayOfWeek weekStart)
    {
        Kind = kind;
        Year = year;
        Number = number;
        WeekStart = weekStart;
    }

    /// <summary>Week, month or quarter.</summary>
    public PeriodKind Kind { get; }

    /// <summary>Year; for a week the ISO week-numbering year.</summary>
    public int Year { get; }

    /// <summary>ISO week 1–53, month 1–12 or quarter 1–4.</summary>
    public int Number { get; }

    /// <summary>First day of a week; not used by months and quarters.</summary>
    public DayOfWeek WeekStart { get; }

    /// <summary>First day of the period.</summary>
    public DateOnly Start => Kind switch
    {
        PeriodKind.Week => FirstDay(DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Number, DayOfWeek.Thursday)), WeekStart),
        PeriodKind.Month => new DateOnly(Year, Number, 1),
        _ => new DateOnly(Year, (Number * 3) - 2, 1),
    };

    /// <summary>The day after the last: the period is [<see cref="Start"/>, <see cref="End"/>).</summary>
    public DateOnly End => Kind switch
    {
        PeriodKind.Week => Start.AddDays(7),
        PeriodKind.Month => Start.AddMonths(1),
        _ => Start.AddMonths(3),
    };

    /// <summary>Days in the period.</summary>
    public int Days => End.DayNumber - Start.DayNumber;

    /// <summary>Reads <c>2026-W46</c>, <c>2026-10</c> or <c>2026-Q3</c>.</summary>
    /// <param name="text">The period as written; <c>w</c> and <c>q</c> may be small.</param>
    /// <param name="weekStart">First day of the operator's week.</param>
    /// <exception cref="AnalyticsException">AN1101: not a period, or a week, month or quarter that year does not have.</exception>
    public static ReportPeriod Parse(string text, DayOfWeek weekStart = DayOfWeek.Monday) => TryParse(text, weekStart, out var period)
        ? period
        : throw new AnalyticsException(
            "AN1101",
            $"'{text}' is not a report period.",
            "Write an ISO week as 2026-W46, a month as 2026-10 or a quarter as 2026-Q3.",
            FaultKind.Usage);

    /// <summary>As <see cref="Parse"/>, without the exception.</summary>
    /// <param name="text">The period as written, or null.</param>
    /// <param name="weekStart">First day of the operator's week.</param>
    /// <param name="period">The period; the default, which is none, where the text isn't one.</param>
    /// <returns>Whether it is a period that year has.</returns>
    public static bool TryParse(string? text, DayOfWeek weekStart, out ReportPeriod period)
    {
        period = default;
        // Years end well before DateOnly does: windows and comparisons reach beyond the period itself.
        if (text is null
            || text.Length < 6
            || text[4] != '-'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year < 1900
            || year > 9000)
        {
            return false;
        }

        var kind = text[5] switch { 'W' or 'w' => PeriodKind.Week, 'Q' or 'q' => PeriodKind.Quarter, _ => PeriodKind.Month };
        var digits = text.AsSpan(kind == PeriodKind.Month ? 5 : 6);
        var last = kind switch { PeriodKind.Week => ISOWeek.GetWeeksInYear(year), PeriodKind.Month => 12, _ => 4 };
        if (digits.Length is < 1 or > 2
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number < 1
            || number > last)
        {
            return false;
        }

        period = new ReportPeriod(kind, year, number, weekStart);
        return true;
    }

    /// <summary>The period of that kind which holds <paramref name="day"/>.</summary>
    /// <param name="day">A day of the report's time zone.</param>
    /// <param name="kind">Week, month or quarter.</param>
    /// <param name="weekStart">First day of the operator's week.</param>
    public static ReportPeriod Containing(DateOnly day, PeriodKind kind, DayOfWeek weekStart = DayOfWeek.Monday)
    {
        switch (kind)
        {
            case PeriodKind.Month:
                return new ReportPeriod(kind, day.Year, day.Month, weekStart);
            case PeriodKind.Quarter:
                return new ReportPeriod(kind, day.Year, (day.Month + 2) / 3, weekStart);
            default:
                var start = FirstDay(day, weekStart);
                var thursday = start.AddDays(((int)DayOfWeek.Thursday - (int)weekStart + 7) % 7).ToDateTime(TimeOnly.MinValue);
                return new ReportPeriod(kind, ISOWeek.GetYear(thursday), ISOWeek.GetWeekOfYear(thursday), weekStart);
        }
    }

    /// <summary>The period <paramref name="steps"/> further; negative goes back.</summary>
    public ReportPeriod Add(int steps) => Kind switch
    {
        PeriodKind.Week => Containing(Start.AddDays(7 * steps), Kind, WeekStart),
        PeriodKind.Month => Containing(Start.AddMonths(steps), Kind, WeekStart),
        _ => Containing(Start.AddMonths(3 * steps), Kind, WeekStart),
    };

    /// <summary>The period just before.</summary>
    public ReportPeriod Previous() => Add(-1);

    /// <summary>The period of the same number a year before; week 53 compares with week 52 where that year has no week 53.</summary>
    public ReportPeriod YearBefore() => new(Kind, Year - 1, Kind == PeriodKind.Week ? Math.Min(Number, ISOWeek.GetWeeksInYear(Year - 1)) : Number, WeekStart);

    /// <summary><c>2026-W46</c>, <c>2026-10</c> or <c>2026-Q3</c>.</summary>
    public override string ToString() => Kind switch
    {
        PeriodKind.Week => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-W{Number:00}"),
        PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Number}"),
    };

    /// <summary>Orders by first day.</summary>
    /// <param name="other">The other period; it may be of another kind.</param>
    public int CompareTo(ReportPeriod other) => Start.CompareTo(other.Start);

    /// <summary>Begins earlier.</summary>
    public static bool operator <(ReportPeriod left, ReportPeriod right) => left.CompareTo(right) < 0;

    /// <summary>Begins later.</summary>
    public static bool operator >(ReportPeriod left, ReportPeriod right) => left.CompareTo(right) > 0;

    /// <summary>Begins no later.</summary>
    public static bool operator <=(ReportPeriod left, ReportPeriod right) => left.CompareTo(right) <= 0;

    /// <summary>Begins no earlier.</summary>
    public static bool operator >=(ReportPeriod left, ReportPeriod right) => left.CompareTo(right) >= 0;

    private static DateOnly FirstDay(DateOnly day, DayOfWeek weekStart) => day.AddDays(-(((int)day.DayOfWeek - (int)weekStart + 7) % 7));
}
