namespace Analytics.Pipeline.Import;

/// <summary>Stable names of what can be wrong between the fields of one row.</summary>
public static class RowRules
{
    /// <summary>Closed before it was received.</summary>
    public const string ClosedBeforeReceived = "closed-before-received";

    /// <summary>First reply before it was received.</summary>
    public const string RepliedBeforeReceived = "replied-before-received";

    /// <summary>Activated after the day the row describes.</summary>
    public const string ActivatedAfterSnapshot = "activated-after-snapshot";

    /// <summary>Year of birth that makes the customer younger than 0 or older than 120 on the day the row describes.</summary>
    public const string AgeOutOfRange = "age-out-of-range";

    /// <summary>Score outside the scale of its item.</summary>
    public const string ScoreOffScale = "score-off-scale";
}
