namespace Analytics.Storage.Mappings;

/// <summary>Turns the local times of a source into UTC. Days without a change of clocks need one look-up of the offset; the days that came last are kept.</summary>
internal sealed class LocalClock(TimeZoneInfo zone)
{
    private const int KeptDays = 256;
    private readonly Day[] _days = [.. Enumerable.Repeat(new Day(-1, default, false), KeptDays)];

    /// <summary>UTC of a local time; false for a time that the clocks skipped. Of a time that came twice, the second (standard time).</summary>
    public bool TryToUtc(DateTime local, out DateTime utc)
    {
        var number = (int)(local.Ticks / TimeSpan.TicksPerDay);
        ref var day = ref _days[number % KeptDays];
        if (day.Number != number) day = Turn(local.Date, number);
        if (day.IsEven)
        {
            utc = DateTime.SpecifyKind(local - day.Offset, DateTimeKind.Utc);
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

    private Day Turn(DateTime day, int number)
    {
        var offset = zone.GetUtcOffset(day);
        var isEven = day > DateTime.MinValue.AddDays(2) && day < DateTime.MaxValue.AddDays(-2)
            && offset == zone.GetUtcOffset(day.AddDays(-1)) && offset == zone.GetUtcOffset(day.AddDays(2));
        return new Day(number, offset, isEven);
    }

    private readonly record struct Day(int Number, TimeSpan Offset, bool IsEven);
}
