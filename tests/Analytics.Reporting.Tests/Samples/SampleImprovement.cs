using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;

namespace Analytics.Reporting.Tests.Samples;

/// <summary>Importance against performance for the sample's items and constructs.</summary>
public static class SampleImprovement
{
    private static readonly double[] ConstructEffects = [0.41, 0.36, 0.372, 0.171, 0.168, 0.241];

    public static ImprovementSection Full()
    {
        (string Name, string? Construct, double Importance, double Performance)[] constructs =
        [
            .. SampleModel.Constructs.Take(6)
                .Select((c, i) => (c, (string?)null, ConstructEffects[i], SampleModel.Items.Where(x => x.Construct == c).Average(x => x.Score))),
        ];
        var items = SampleModel.Items.Where(x => x.Construct is not ("满意" or "忠诚")).Select(x =>
            (
                x.Item, (string?)x.Construct,
                ConstructEffects[Array.IndexOf(SampleModel.Constructs, x.Construct)] * x.Loading / SampleModel.Items
                    .Where(o => o.Construct == x.Construct)
                    .Sum(o => o.Loading),
                x.Score)).ToArray();
        return new ImprovementSection("满意", ImportanceBasis.Model, "means", Map(constructs), Map(items), Drivers(items), Segments());
    }

    public static ImprovementSection FromDrivers()
    {
        var full = Full();
        return full with
        {
            Target = "总体满意度", Basis = ImportanceBasis.Drivers, Cut = "medians", Constructs = null, Items = Few(0.9),
            Drivers = [.. full.Drivers.Select(d => d with { Model = null })],
        };
    }

    private static ImprovementMap Map((string Name, string? Construct, double Importance, double Performance)[] points)
    {
        var (cutX, cutY) = (points.Average(p => p.Importance), points.Average(p => p.Performance));
        var ranked = points.OrderByDescending(p => p.Importance * (100 - p.Performance)).ToArray();
        return new ImprovementMap(cutX, cutY, [.. ranked.Select((p, i) => new ImprovementPoint(
            p.Name, p.Construct, Figure.Of(p.Importance, 3_102, p.Importance * 0.85, p.Importance * 1.15),
            Figure.Of(p.Performance, 3_050, p.Performance - 1.4, p.Performance + 1.4),
            Quadrant(p.Importance >= cutX, p.Performance >= cutY),
            Math.Abs(p.Performance - cutY) < 1.4 || (p.Importance * 0.85 < cutX && p.Importance * 1.15 > cutX),
            Math.Max(0, p.Importance) * (100 - p.Performance), i + 1,
            p.Construct is null ? null : ranked.Take(i).Count(q => q.Construct == p.Construct) + 1))]);
    }

    private static ImprovementMap Few(double scale)
        => Map([
            ("网络质量", null, 0.31 * scale, 71.1), ("缴费政策", null, 0.22 * scale, 70.5), ("投诉处理", null, 0.27 * scale, 61.1 + scale),
            ("新业务", null, 0.06, 66.2), ("服务态度", null, 0.14, 74.4)]);

    private static DriverShare[] Drivers((string Item, string? Construct, double Importance, double Performance)[] items)
    {
        var total = items.Sum(i => i.Importance);
        return [.. items.Select((item, i) =>
        {
            var share = item.Importance / total;
            var johnson = share * (i % 2 == 0 ? 1.01 : 0.99);
            return new DriverShare(
                item.Item, Figure.Of(share, 3_050, share * 0.8, share * 1.2), Figure.Of(johnson, 3_050, johnson * 0.8, johnson * 1.2), share * 0.97,
                i is 2 or 11);
        })];
    }

    private static SegmentPriorities[] Segments() =>
    [
        new("arpu", "(50, 80]", 402, Figure.Of(70.1, 402, 68.0, 72.2), Few(1)),
        new("arpu", "(80, 120]", 288, Figure.Of(69.0, 288, 66.7, 71.3), Few(1.3)), new("arpu", ">400", 33, Figure.Suppressed, Few(0.8)),
        new("age", "[18, 25)", 311, Figure.Of(66.4, 311, 64.0, 68.8), Few(0.7)), new("age", "[35, 45)", 511, Figure.Of(72.9, 511, 71.0, 74.8), Few(1.1)),
    ];

    private static ImprovementQuadrant Quadrant(bool isImportant, bool isGood) => (isImportant, isGood) switch
    {
        (true, false) => ImprovementQuadrant.ImproveFirst,
        (true, true) => ImprovementQuadrant.KeepUp,
        (false, false) => ImprovementQuadrant.ImproveNext,
        _ => ImprovementQuadrant.Maintain,
    };
}
