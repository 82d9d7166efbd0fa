using Analytics.Core.Canonical;
using Analytics.Storage.Privacy;

namespace Analytics.Storage.Mappings;

/// <summary>What reading cells needs beside the mapping: the pseudonymiser and the clock of the source.</summary>
internal sealed class MappingContext(SubscriberPseudonymizer pseudonyms, TimeZoneInfo zone, DatePrecision? precision)
{
    private static readonly TimeSpan Noon = TimeSpan.FromHours(12);
    private readonly LocalClock _clock = new(zone);

    public SubscriberPseudonymizer Pseudonyms { get; } = pseudonyms;

    /// <summary>
    /// The moment of a local date-time. Where only the day or month is known it is noon UTC of that day (of the month's first): the same
    /// calendar day in every zone from UTC−12 to UTC+11, whatever zone a report is cut in.
    /// </summary>
    public FieldValue Instant(DateTime moment, DatePrecision written, out string? fault)
    {
        fault = null;
        var known = precision is { } named && named > written ? named : written;
        if (known == DatePrecision.Month) moment = new DateTime(moment.Year, moment.Month, 1, 0, 0, 0, moment.Kind);
        if (known != DatePrecision.Instant) return FieldValue.FromInstant(DateTime.SpecifyKind(moment.Date + Noon, DateTimeKind.Utc));
        if (moment.Kind == DateTimeKind.Utc) return FieldValue.FromInstant(moment);
        if (_clock.TryToUtc(moment, out var utc)) return FieldValue.FromInstant(utc);
        fault = FieldRules.NoSuchLocalTime;
        return default;
    }
}
