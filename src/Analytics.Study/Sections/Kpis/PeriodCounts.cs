namespace Analytics.Study.Sections.Kpis;

/// <summary>What the headline measures of one period (or of several, pooled) are computed from.</summary>
internal sealed record PeriodCounts
{
    /// <summary>Period label.</summary>
    public required string Period { get; init; }

    /// <summary>Whether the warehouse has complaints of the period at all.</summary>
    public required bool HasData { get; init; }

    /// <summary>Days of the period.</summary>
    public required int Days { get; init; }

    /// <summary>Complaints received.</summary>
    public long Complaints { get; init; }

    /// <summary>Average subscribers; null where there is no base.</summary>
    public double? Subscribers { get; init; }

    /// <summary>Escalated, and cases where it is known.</summary>
    public (long Yes, long Known) Escalated { get; init; }

    /// <summary>Repeats, and cases where it can be told.</summary>
    public (long Yes, long Known) Repeated { get; init; }

    /// <summary>First replies within the limit, and cases replied to or whose limit has passed.</summary>
    public (long Yes, long Known) FirstReply { get; init; }

    /// <summary>Cases that were replied to at all.</summary>
    public long Replied { get; init; }

    /// <summary>Cases without a reply whose limit has passed.</summary>
    public long Overdue { get; init; }

    /// <summary>Handling times.</summary>
    public Durations Durations { get; init; } = new();

    /// <summary>Sums over periods; subscribers add up as exposure, so a pooled rate is not a mean of rates.</summary>
    public static PeriodCounts Pool(IReadOnlyList<PeriodCounts> parts) => new()
    {
        Period = "",
        HasData = parts.Any(p => p.HasData),
        Days = parts.Sum(p => p.Days),
        Complaints = parts.Sum(p => p.Complaints),
        Subscribers = parts.Count > 0 && parts.All(p => p.Subscribers is not null) ? parts.Sum(p => p.Subscribers) : null,
        Escalated = (parts.Sum(p => p.Escalated.Yes), parts.Sum(p => p.Escalated.Known)),
        Repeated = (parts.Sum(p => p.Repeated.Yes), parts.Sum(p => p.Repeated.Known)),
        FirstReply = (parts.Sum(p => p.FirstReply.Yes), parts.Sum(p => p.FirstReply.Known)),
        Replied = parts.Sum(p => p.Replied),
        Overdue = parts.Sum(p => p.Overdue),
        Durations = Durations.Pool(parts.Select(p => p.Durations)),
    };
}
