using Analytics.Core;

namespace Analytics.Storage.Warehouse.Importing;

/// <summary>Cuts UTC moments into the days of a time zone.</summary>
internal sealed class LocalDays
{
    private readonly TimeZoneInfo _zone;
    private long _from = long.MaxValue;
    private long _to = long.MinValue;
    private DateOnly _day;

    /// <exception cref="AnalyticsException">AN1102: no such zone.</exception>
    public LocalDays(string timeZone) => _zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone)
        ? zone
        : throw new AnalyticsException("AN1102", $"'{timeZone}' is not a time zone this system knows.", "Give an IANA name such as Asia/Shanghai in Report:TimeZone.", FaultKind.Usage);

    /// <summary>The first moment of a local day in UTC ticks; where clocks skip midnight, the moment after the skip.</summary>
    public long StartTicks(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (_zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15);
        }

        var offset = _zone.IsAmbiguousTime(midnight) ? _zone.GetAmbiguousTimeOffsets(midnight).Max() : _zone.GetUtcOffset(midnight);
        return midnight.Ticks - offset.Ticks;
    }

    /// <summary>The local day of a moment; quick where moments come in order.</summary>
    public DateOnly DayOf(long utcTicks)
    {
        if (utcTicks < _from || utcTicks >= _to)
        {
            _day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(new DateTime(utcTicks, DateTimeKind.Utc), _zone));
            _from = StartTicks(_day);
            _to = StartTicks(_day.AddDays(1));
        }

        return _day;
    }
}
