namespace Analytics.Statistics.Scores;

/// <summary>When a returned questionnaire does not count.</summary>
public sealed record ResponseRules
{
    /// <summary>Items that must be answered, as a share of all, 0–1.</summary>
    public double MinimumAnswered { get; init; } = 0.8;

    /// <summary>Answered items from which one and the same answer throughout counts as straight-lining; batteries that short may be honest.</summary>
    public int StraightLineItems { get; init; } = 8;

    /// <summary>A questionnaire quicker than this share of the median duration was not read (Greszki, Meyer and Schoen 2015).</summary>
    public double SpeederShare { get; init; } = 0.5;
}
