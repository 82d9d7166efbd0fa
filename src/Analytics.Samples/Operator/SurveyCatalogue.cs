namespace Analytics.Samples.Operator;

/// <summary>The survey's items and the path model its answers are drawn from.</summary>
internal static class SurveyCatalogue
{
    /// <summary>The item that stands for overall satisfaction.</summary>
    public const string OverallItem = "总体满意度";

    /// <summary>Constructs, causes before effects.</summary>
    public static readonly Word[] Constructs =
    [
        new("品牌形象", "Image"), new("预期", "Expectation"), new("网络质量", "Network quality"), new("营业厅与热线", "Halls and hotline"), new("缴费政策", "Billing policy"),
        new("感知价值", "Perceived value"), new("满意", "Satisfaction"), new("忠诚", "Loyalty"),
    ];

    public static readonly PlantedPath[] Paths =
    [
        new("品牌形象", "预期", 0.45),
        new("预期", "网络质量", 0.40), new("预期", "营业厅与热线", 0.35), new("预期", "缴费政策", 0.30),
        new("网络质量", "感知价值", 0.30), new("缴费政策", "感知价值", 0.25), new("营业厅与热线", "感知价值", 0.10),
        new("品牌形象", "满意", 0.15), new("网络质量", "满意", 0.30), new("营业厅与热线", "满意", 0.15), new("缴费政策", "满意", 0.12), new("感知价值", "满意", 0.25),
        new("满意", "忠诚", 0.55), new("品牌形象", "忠诚", 0.20),
    ];

    public static readonly PlantedItem[] Items =
    [
        new("品牌形象", "广告宣传", 0.72, 7.9), new("品牌形象", "市场地位", 0.80, 7.7), new("品牌形象", "创新能力", 0.76, 6.9),
        new("预期", "总体预期", 0.78, 7.6), new("预期", "可靠性预期", 0.74, 7.7), new("预期", "个性化预期", 0.70, 7.2),
        new("网络质量", "覆盖范围", 0.82, 7.6), new("网络质量", "通话清晰", 0.78, 8.0), new("网络质量", "移动中质量", 0.84, 6.8), new("网络质量", "掉线情况", 0.76, 7.2),
        new("营业厅与热线", "排队等候", 0.74, 6.7), new("营业厅与热线", "投诉处理", 0.82, 6.5), new("营业厅与热线", "方便前往", 0.68, 7.6), new("营业厅与热线", "客服热线", 0.76, 8.0),
        new("营业厅与热线", "服务态度", 0.80, 7.7),
        new("缴费政策", "欠费停机提醒", 0.74, 7.3), new("缴费政策", "话费明细度", 0.80, 7.1), new("缴费政策", "收费准确", 0.84, 6.8), new("缴费政策", "缴费方便", 0.66, 8.2),
        new("感知价值", "性价比", 0.86, 6.9), new("感知价值", "相对价格的质量", 0.84, 7.0),
        new("满意", OverallItem, 0.88, 7.4), new("满意", "与预期相比", 0.84, 7.1), new("满意", "与理想相比", 0.82, 6.8),
        new("忠诚", "继续使用意愿", 0.84, 7.6), new("忠诚", "推荐意愿", 0.86, 7.0), new("忠诚", "价格容忍", 0.66, 6.2),
    ];

    public static readonly string[] ItemsEnglish =
    [
        "Advertising", "Market standing", "Innovation", "Overall expectation", "Expected reliability", "Expected fit",
        "Coverage", "Voice clarity", "Quality on the move", "Dropped calls",
        "Waiting in line", "Complaint handling", "Easy to reach", "Hotline", "Staff attitude",
        "Notice before suspension", "Bill detail", "Correct charges", "Easy to pay",
        "Value for money", "Quality for the price", "Overall satisfaction", "Against expectation", "Against the ideal", "Will stay",
        "Would recommend", "Price tolerance",
    ];

    /// <summary>Points the other operators' customers answer above or below the own ones', by position in <see cref="Market.Operators"/>.</summary>
    public static readonly double[] OperatorLead = [0, -0.36, -0.30];

    /// <summary>Points by own brand, by position in <see cref="Market.Brands"/>.</summary>
    public static readonly double[] BrandLead = [0.28, -0.12, -0.06];
}
