namespace Analytics.Storage.Mappings;

/// <summary>Turns the local times of a source into UTC. Days without a change of clocks need one look-up of the offset.</summary>
internal sealed class LocalClock(TimeZoneInfo zone)
{
    private DateTime _day = DateTime.MinValue;
    private TimeSpan _offset;
    private bool _isEven;

    /// <summary>UTC of a local time; false for a time that the clocks skipped. Of a time that came twice, the second (standard time).</summary>
    public bool TryToUtc(DateTime local, out DateTime utc)
    {
        if (local.Date != _day) Turn(local.Date);
        if (_isEven)
        {
            utc = DateTime.SpecifyKind(local - _offset, DateTimeKind.Utc);
            return true;
        }

        var unspecified = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(unspecified))
        {
            utc = default;
            return false;
        }

        utc = TimeZoneInfo.ConvertTimeToUtc(unspecified, zone);
        return true;
    }

    private void Turn(DateTime day)
    {
        _day = day;
        _offset = zone.GetUtcOffset(day);
        _isEven = day > DateTime.MinValue.AddDays(2) && day < DateTime.MaxValue.AddDays(-2)
            && _offset == zone.GetUtcOffset(day.AddDays(-1)) && _offset == zone.GetUtcOffset(day.AddDays(2));
    }
}
