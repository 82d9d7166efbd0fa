namespace Analytics.Pipeline.Survey;

/// <summary>A part constructs play in satisfaction models, with the words items of it are named by.</summary>
/// <param name="Name">Construct.</param>
/// <param name="English">Its English name.</param>
/// <param name="Words">Words in item names, Chinese and English, and the prefixes of published questionnaires.</param>
internal sealed record ConstructRole(string Name, string English, string[] Words)
{
    public static readonly ConstructRole Satisfaction = new("满意度", "Satisfaction", ["满意", "与预期相比", "与理想", "理想", "satisf", "cusa", "sati"]);
    public static readonly ConstructRole Loyalty = new(
        "忠诚",
        "Loyalty",
        ["忠诚", "推荐", "继续使用", "续约", "转网", "价格容忍", "loyal", "recommend", "renew", "nps", "cusl", "loya"]);
    public static readonly ConstructRole Value = new("感知价值", "Perceived value", ["性价比", "价值", "物有所值", "相对价格", "value", "worth", "perv", "valu"]);
    public static readonly ConstructRole Expectation = new("预期", "Expectation", ["预期", "期望", "expect", "expe", "cuex"]);
    public static readonly ConstructRole Complaints = new("抱怨", "Complaints", ["抱怨", "投诉次数", "是否投诉", "cusco", "comp1"]);
    public static readonly ConstructRole Image = new("品牌形象", "Image", ["形象", "品牌", "广告", "市场地位", "创新", "知名", "image", "brand", "imag", "reputation"]);
    public static readonly ConstructRole Billing = new("缴费政策", "Billing", ["缴费", "话费", "收费", "资费", "套餐", "账单", "停机", "bill", "charge", "tariff", "price"]);
    public static readonly ConstructRole Service = new(
        "服务",
        "Service",
        ["营业厅", "客服", "热线", "排队", "等候", "态度", "服务", "投诉处理", "办理", "前往", "hall", "hotline", "service", "staff", "queue", "soft"]);
    public static readonly ConstructRole Network = new(
        "网络质量",
        "Network quality",
        ["网络", "信号", "覆盖", "通话", "掉线", "移动中", "网速", "上网", "network", "signal", "coverage", "speed", "call", "quality", "perq", "qual", "hard"]);

    /// <summary>All roles; an item belongs to the first whose word it holds.</summary>
    public static readonly ConstructRole[] All = [Satisfaction, Loyalty, Value, Expectation, Complaints, Image, Billing, Service, Network];

    /// <summary>Which role acts on which: the paths the European and Chinese indices share.</summary>
    public static readonly (ConstructRole From, ConstructRole To)[] Paths =
    [
        (Image, Expectation), (Expectation, Network), (Expectation, Service), (Expectation, Billing), (Network, Value), (Service, Value), (Billing, Value),
        (Image, Satisfaction), (Expectation, Satisfaction), (Network, Satisfaction), (Service, Satisfaction), (Billing, Satisfaction), (Value, Satisfaction),
        (Satisfaction, Complaints), (Image, Loyalty), (Satisfaction, Loyalty), (Complaints, Loyalty),
    ];

    /// <summary>The role an item's name speaks of; null where it speaks of none.</summary>
    public static ConstructRole? Of(string item) =>
        Array.Find(All, role => Array.Exists(role.Words, word => item.Contains(word, StringComparison.OrdinalIgnoreCase)));
}
