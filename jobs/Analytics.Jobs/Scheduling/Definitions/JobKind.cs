namespace Analytics.Jobs.Scheduling.Definitions;

/// <summary>What a job does.</summary>
public enum JobKind
{
    /// <summary>Pulls from sources into the warehouse.</summary>
    Pull,

    /// <summary>Pulls, studies, publishes and delivers the last period that is over.</summary>
    Report,

    /// <summary>Delivers what a report job has published.</summary>
    Deliver,

    /// <summary>Retention, upkeep of the warehouse, reminder of quarantined rows.</summary>
    Maintain,
}
