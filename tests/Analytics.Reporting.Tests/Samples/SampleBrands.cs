using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;

namespace Analytics.Reporting.Tests.Samples;

/// <summary>The operator's brand table: published totals and respondents; weights 27 / 55 / 18 %.</summary>
public static class SampleBrands
{
    private static readonly string[] Columns = ["总体满意度", "网络质量", "缴费政策", "营业厅与热线", "新业务", "投诉处理"];
    private static readonly (string Brand, long N, double Share, double[] Scores)[] Own =
    [
        ("全球通", 974, 0.27, [87.90, 74.41, 71.34, 83.35, 64.93, 76.26]), ("神州行", 964, 0.55, [88.92, 83.05, 79.70, 88.77, 80.33, 87.44]),
        ("动感地带", 1_164, 0.18, [82.90, 66.40, 75.34, 77.34, 71.92, 73.26]),
    ];

    private static readonly (string Name, long N, double[] Scores)[] Others =
        [("联通", 911, [80.13, 79.03, 71.02, 80.44, 70.15, 77.90]), ("电信", 799, [79.10, 76.88, 70.40, 79.61, 74.40, 78.02])];

    public static BrandComparison Table()
    {
        double[] weighted = [.. Columns.Select((_, c) => Own.Sum(b => b.Share * b.Scores[c]))];
        double[] unweighted = [.. Columns.Select((_, c) => Own.Sum(b => b.N * b.Scores[c]) / 3_102)];
        double[] all = [.. Columns.Select((_, c) => (0.66 * Others[0].Scores[c]) + (0.34 * Others[1].Scores[c]))];
        return new BrandComparison(
            Columns,
            [
                .. Own.Select(b => Row(BrandRowKind.Brand, b.Brand, b.N, b.Scores, 1.5)),
                Row(BrandRowKind.Own, "移动", 3_102, weighted, 1.1), Row(BrandRowKind.OwnUnweighted, "移动", 3_102, unweighted, 0.9),
                .. Others.Select(o => Row(BrandRowKind.Competitor, o.Name, o.N, o.Scores, 1.7)),
                Row(BrandRowKind.AllCompetitors, "", 1_710, all, 1.2),
            ],
            [Lead("联通", weighted, Others[0].Scores), Lead("电信", weighted, Others[1].Scores), Lead("", weighted, all)],
            [.. Own.Select(b => new BrandWeight(b.Brand, b.N / 3_102.0, b.Share))]);
    }

    private static BrandRow Row(BrandRowKind kind, string name, long n, double[] scores, double half)
        => new(kind, name, n, [.. scores.Select(s => Figure.Of(s, n, s - half, s + half))]);

    private static LeadRow Lead(string against, double[] own, double[] other)
    {
        Figure[] leads = [.. own.Zip(other, (a, b) => Figure.Of(a - b, null, a - b - 2.02, a - b + 2.02))];
        return new LeadRow(
            against, leads, [.. leads.Select(l => l.Lower > 0 ? LeadVerdict.Leads : l.Upper < 0 ? LeadVerdict.Trails : LeadVerdict.NotSignificant)]);
    }
}
