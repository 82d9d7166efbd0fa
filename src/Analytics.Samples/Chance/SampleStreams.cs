namespace Analytics.Samples.Chance;

/// <summary>Numbers of the random streams: one a table, so that more complaints do not change the subscribers.</summary>
internal static class SampleStreams
{
    public const int Subscriber = 1;
    public const int Complaint = 2;
    public const int Text = 3;
    public const int Survey = 4;
}
