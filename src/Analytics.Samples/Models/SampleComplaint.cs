namespace Analytics.Samples.Models;

/// <summary>A sampled complaint. Moments are local seconds since day 1 of the calendar; −1 is "not yet" or "unknown".</summary>
internal struct SampleComplaint
{
    public long Received;
    public int Subscriber;
    public int City;
    public int Cause;

    /// <summary>Draws everything that does not decide who complains of what and when.</summary>
    public ulong Seed;
}
