namespace Analytics.Samples.Operator;

/// <summary>One of the operator's brands: its share of the base and what its customers are like. Money in yuan a month, data in MB, voice in minutes.</summary>
internal sealed record Brand(
    Word Name,
    double Share,
    double ArpuMedian,
    double ArpuSigma,
    double AgeMean,
    double AgeSpread,
    double TenureYears,
    double FiveG,
    double DataMedianMb,
    double NoData,
    double VoiceMedian,
    double[] PlanBreaks,
    Word[] Plans);
