namespace Analytics.Pipeline.Deliver;

/// <summary>What came of a delivery.</summary>
public enum DeliveryStatus
{
    /// <summary>Sent now.</summary>
    Sent,

    /// <summary>Sent by an earlier run, or by another worker meanwhile; not sent again.</summary>
    SentBefore,

    /// <summary>The recipient asks for reports with a signal only, and this one has none.</summary>
    NoSignal,

    /// <summary>The recipient is set to get nothing.</summary>
    Off,

    /// <summary>It would be sent: this was a dry run.</summary>
    WouldSend,

    /// <summary>Refused or given up; the next run tries again.</summary>
    Failed,

    /// <summary>There is no published report to send.</summary>
    NotPublished,
}
