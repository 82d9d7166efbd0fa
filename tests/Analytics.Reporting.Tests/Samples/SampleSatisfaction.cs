using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;

namespace Analytics.Reporting.Tests.Samples;

/// <summary>The survey half of the sample: eight constructs, fourteen paths, what to improve first, the operator's brand table and branches. It ties.</summary>
public static class SampleSatisfaction
{
    private static readonly (string Branch, long N, double Raw, double Shrunk, double Half, double Own)[] Branches =
    [
        ("十堰", 31, 61.20, 66.91, 7.9, 0.44), ("荆州", 74, 66.40, 68.02, 5.1, 0.66), ("黄冈", 82, 69.10, 69.75, 4.8, 0.68),
        ("宜昌", 118, 71.92, 71.65, 4.0, 0.76), ("襄阳", 126, 72.30, 72.00, 3.9, 0.77), ("武汉", 402, 74.85, 74.55, 2.2, 0.91),
    ];

    /// <summary>Everything there.</summary>
    public static SatisfactionSection Full() => new(
        new ResponseCounts(4_800, 3_204, 3_102, 12, 41, 36, 13),
        new WeightingSummary(WeightingMethod.Raking, ["brand", "region"], 3_102, 2_214.6, 1.4007, 9, true),
        SampleModel.Full(),
        SampleImprovement.Full(),
        SampleBrands.Table(),
        [
            .. Branches.Select(b =>
                new BranchScore(
                    b.Branch, Figure.Of(b.Raw, b.N, b.Raw - b.Half, b.Raw + b.Half),
                    Figure.Of(b.Shrunk, b.N, b.Shrunk - (b.Half * 0.8), b.Shrunk + (b.Half * 0.8)), b.Own)),
            new BranchScore("恩施", Figure.Suppressed, Figure.Suppressed, 0)]);

    /// <summary>The gate holds the model back: indices and scores stay, importance comes from drivers.</summary>
    public static SatisfactionSection HeldBack() => Full() with { Model = SampleModel.HeldBack(), Improvement = SampleImprovement.FromDrivers() };

    /// <summary>Only what any survey gives: counts and weights.</summary>
    public static SatisfactionSection Bare()
        => new(new ResponseCounts(null, 8, 8, 0, 0, 0, 0), new WeightingSummary(WeightingMethod.None, [], 8, 8, 1, 0, true), null, null, null, []);
}
