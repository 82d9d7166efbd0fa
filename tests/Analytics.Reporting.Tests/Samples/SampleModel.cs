using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;

namespace Analytics.Reporting.Tests.Samples;

/// <summary>An estimated model of the operator's eight constructs.</summary>
public static class SampleModel
{
    public static readonly string[] Constructs = ["品牌形象", "预期", "网络质量", "营业厅与热线", "缴费政策", "感知价值", "满意", "忠诚"];

    public static readonly (string Construct, string Item, double Loading, double Score)[] Items =
    [
        ("品牌形象", "广告宣传", 0.78, 76.7), ("品牌形象", "市场地位", 0.84, 74.4), ("品牌形象", "创新能力", 0.80, 65.6),
        ("预期", "总体预期", 0.82, 73.3), ("预期", "可靠性预期", 0.80, 74.4), ("预期", "个性化预期", 0.76, 68.9),
        ("网络质量", "覆盖范围", 0.85, 73.3), ("网络质量", "通话清晰", 0.82, 77.8), ("网络质量", "移动中质量", 0.87, 64.4), ("网络质量", "掉线情况", 0.80, 68.9),
        ("营业厅与热线", "排队等候", 0.78, 63.3), ("营业厅与热线", "投诉处理", 0.85, 61.1), ("营业厅与热线", "方便前往", 0.69, 73.3), ("营业厅与热线", "客服热线", 0.80, 77.8),
        ("营业厅与热线", "服务态度", 0.83, 74.4),
        ("缴费政策", "欠费停机提醒", 0.78, 70.0), ("缴费政策", "话费明细度", 0.83, 67.8), ("缴费政策", "收费准确", 0.86, 64.4), ("缴费政策", "缴费方便", 0.71, 80.0),
        ("感知价值", "性价比", 0.93, 65.6), ("感知价值", "相对价格的质量", 0.92, 66.7),
        ("满意", "总体满意度", 0.92, 71.1), ("满意", "与预期相比", 0.90, 67.8), ("满意", "与理想相比", 0.88, 64.4),
        ("忠诚", "继续使用意愿", 0.88, 73.3), ("忠诚", "推荐意愿", 0.90, 66.7), ("忠诚", "价格容忍", 0.72, 57.8),
    ];

    private static readonly (string From, string To, double Beta)[] Planted =
    [
        ("品牌形象", "预期", 0.44), ("预期", "网络质量", 0.39), ("预期", "营业厅与热线", 0.34), ("预期", "缴费政策", 0.29), ("网络质量", "感知价值", 0.31), ("缴费政策", "感知价值", 0.24),
        ("营业厅与热线", "感知价值", 0.03),
        ("品牌形象", "满意", 0.14), ("网络质量", "满意", 0.30), ("营业厅与热线", "满意", 0.16), ("缴费政策", "满意", 0.11), ("感知价值", "满意", 0.26), ("满意", "忠诚", 0.55),
        ("品牌形象", "忠诚", -0.02),
    ];

    public static SatisfactionModel Full() => new(
        "operator", "满意", "2026-W34", "2026-W46", "path", "mean", 2_000, 20260302, false, [.. Constructs.Select(Construct)], [.. Items.Select(Item)],
        [.. Planted.Select(p => Path(p.From, p.To, p.Beta))], [.. Effects()], [.. Pairs()], new ModelFit(0.4312, 0.0521, 0.9214, 31_204.7, 0),
        [
            new ModelFinding("Loading", "方便前往", 0.69, 0.708, false), new ModelFinding("HeterotraitMonotrait", "感知价值 ~ 满意", 0.913, 0.90, false),
            new ModelFinding("CrossLoading", "价格容忍 ~ 满意", 0.731, 0.72, false)],
        [new ModelNote("MissingAnswers", "", 0.0123)], [.. Trend()]);

    public static SatisfactionModel HeldBack()
    {
        var full = Full();
        var absent = Figure.Absent(AbsenceReasons.NotComparable);
        return full with
        {
            IsHeldBack = true, Paths = [], Effects = [], Constructs = [.. full.Constructs.Select(c => c with { RSquared = absent, AdjustedRSquared = null })],
            Findings =
            [
                new ModelFinding("Reliability", "预期", 0.612, 0.70, true), new ModelFinding("Collinearity", "网络质量 ~ 满意", 7.21, 5, true),
                new ModelFinding("Kmo", "", null, 0.6, true), .. full.Findings,
            ],
            Notes = [new ModelNote("FewRespondents", "", 50), new ModelNote("SingleItem", "感知价值", null)],
        };
    }

    private static ModelConstruct Construct(string name, int i)
    {
        var index = Items.Where(x => x.Construct == name).Average(x => x.Score);
        var explained = Planted.Any(p => p.To == name);
        var rSquared = 0.19 + (0.06 * i);
        return new ModelConstruct(
            name, Items.Count(x => x.Construct == name), Figure.Of(index, 3_102, index - 1.1, index + 1.2), Figure.Of(index - 0.4, 240),
            explained ? Figure.Of(rSquared, 3_102, rSquared - 0.03, rSquared + 0.03) : Figure.Absent(AbsenceReasons.NoSuchField),
            explained ? rSquared - 0.001 : null, 0.71 + (0.02 * i), 0.83 + (0.01 * i), 0.74 + (0.02 * i), 0.62 + (0.015 * i));
    }

    private static ModelItem Item((string Construct, string Item, double Loading, double Score) x)
    {
        var weight = x.Loading / Items.Where(o => o.Construct == x.Construct).Sum(o => o.Loading * o.Loading);
        return new ModelItem(
            x.Construct, x.Item, Figure.Of(x.Score, 3_050, x.Score - 1.4, x.Score + 1.4), Figure.Of(weight, null, weight - 0.02, weight + 0.02),
            Figure.Of(x.Loading, null, x.Loading - 0.015, x.Loading + 0.014), 1.2 + x.Loading);
    }

    private static ModelPath Path(string from, string to, double beta)
    {
        var significant = Math.Abs(beta) > 0.06;
        return new ModelPath(
            from, to, Figure.Of(beta, null, beta - 0.045, beta + 0.044), 0.0221, beta / 0.0221, significant ? beta < 0.12 ? 0.004 : 0 : 0.31,
            beta * beta / 2, 1.4 + Math.Abs(beta), significant);
    }

    private static IEnumerable<ModelEffect> Effects()
    {
        double Total(int from, int to)
            => from == to
                ? 1
                : Planted
                    .Where(p => p.To == Constructs[to])
                    .Sum(p => p.Beta * (Array.IndexOf(Constructs, p.From) is var via && via < from ? 0 : Total(from, via)));
        for (var to = 1; to < Constructs.Length; to++)
        {
            for (var from = 0; from < to; from++)
            {
                var total = Total(from, to);
                var direct = Planted.Where(p => p.From == Constructs[from] && p.To == Constructs[to]).Select(p => p.Beta).SingleOrDefault();
                if (total != 0)
                {
                    yield return new ModelEffect(Constructs[from], Constructs[to], direct, total - direct, Figure.Of(total, null, total - 0.04, total + 0.04));
                }
            }
        }
    }

    private static IEnumerable<ModelPair> Pairs()
    {
        for (var i = 0; i < Constructs.Length; i++)
        {
            for (var j = i + 1; j < Constructs.Length; j++)
            {
                var r = 0.32 + (0.05 * i) + (0.012 * j);
                var htmt = Constructs[i] == "感知价值" && j == 6 ? 0.889 : r * 1.18;
                yield return new ModelPair(Constructs[i], Constructs[j], r, 0.79, Figure.Of(htmt, null, htmt - 0.024, htmt + 0.024));
            }
        }
    }

    private static IEnumerable<PeriodFigure> Trend()
    {
        double[] values = [66.9, 67.4, 67.1, 68.0, 67.7, 0, 68.9, 68.3, 68.8, 69.4, 68.6, 67.2, 67.8];
        return values.Select((v, i) => new PeriodFigure($"2026-W{34 + i}", v == 0 ? Figure.Suppressed : Figure.Of(v, 239, v - 1.9, v + 1.8)));
    }
}
