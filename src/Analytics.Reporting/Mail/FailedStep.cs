namespace Analytics.Reporting.Mail;

/// <summary>The step that failed.</summary>
public enum FailedStep
{
    /// <summary>The report did not come about, or did not pass its checks: nothing was published.</summary>
    Publish,

    /// <summary>The report is published and did not reach a recipient.</summary>
    Deliver,

    /// <summary>Data could not be pulled from a source.</summary>
    Pull,

    /// <summary>The upkeep of the warehouse failed.</summary>
    Maintain,
}
