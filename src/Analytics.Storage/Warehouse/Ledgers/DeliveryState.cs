namespace Analytics.Storage.Warehouse.Ledgers;

/// <summary>How far a delivery is.</summary>
public enum DeliveryState
{
    /// <summary>Written down and about to be sent, or its process died while sending: it may have arrived.</summary>
    Sending,

    /// <summary>The receiving side has taken it; never sent again.</summary>
    Sent,

    /// <summary>Refused or given up; the next run tries again.</summary>
    Failed,
}
