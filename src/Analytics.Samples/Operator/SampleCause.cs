namespace Analytics.Samples.Operator;

/// <summary>Second level of the cause tree.</summary>
/// <param name="Name">The label.</param>
/// <param name="Weight">Relative frequency.</param>
/// <param name="Channel">Position in <see cref="CauseCatalogue.Channels"/> of the channel people prefer for it, or −1.</param>
/// <param name="Texts">What callers say; <c>#</c> becomes a number.</param>
internal sealed record SampleCause(Word Name, double Weight, int Channel, params string[] Texts)
{
    /// <summary>Position of its category; set by the catalogue.</summary>
    public int Category { get; init; }
}
