using Analytics.Samples.Operator;

namespace Analytics.Samples.Models;

/// <summary>A sampled customer. Codes are positions in <see cref="Market"/>'s lists; −1 is unknown.</summary>
internal struct SampleSubscriber
{
    /// <summary>Number within the base, 0-based.</summary>
    public int Index;

    public int Gender;

    /// <summary>Years, or −1.</summary>
    public int Age;

    public int City;

    public int Brand;

    /// <summary>Position in the brand's plans.</summary>
    public int Plan;

    /// <summary>Day number of activation.</summary>
    public int ActivatedDay;

    /// <summary>Monthly spend in fen.</summary>
    public long ArpuFen;

    /// <summary>Mean monthly spend of three months in fen.</summary>
    public long Arpu3mFen;

    public long DataMb;

    /// <summary>Share of spend that is data, in thousandths.</summary>
    public int DataSpendPermille;

    /// <summary>Voice in tenths of a minute.</summary>
    public long VoiceTenths;

    public int SmsCount;

    public bool Is5g;

    public int Terminal;

    public int Suspensions;

    public int Stars;

    /// <summary>Whether this one belongs to the segment planted to complain twice as much: 18 to 24 years old.</summary>
    public readonly bool IsPlanted => Age is >= PlantedFacts.SegmentFromAge and < PlantedFacts.SegmentToAge;
}
