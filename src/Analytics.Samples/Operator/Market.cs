using Analytics.Samples.Chance;

namespace Analytics.Samples.Operator;

/// <summary>The invented operator's market: cities with their weights, brands with their customers' habits, plans, terminals, stars.</summary>
internal static class Market
{
    public static readonly Word[] Genders = [new("男", "Male"), new("女", "Female")];

    /// <summary>Cities of one province, weighted by people (10,000).</summary>
    public static readonly (Word City, double Weight)[] Cities =
    [
        (new("武汉", "Wuhan"), 1374), (new("黄冈", "Huanggang"), 578), (new("襄阳", "Xiangyang"), 527), (new("荆州", "Jingzhou"), 513),
        (new("孝感", "Xiaogan"), 417), (new("宜昌", "Yichang"), 392), (new("恩施", "Enshi"), 341), (new("十堰", "Shiyan"), 316),
        (new("咸宁", "Xianning"), 262), (new("荆门", "Jingmen"), 256), (new("黄石", "Huangshi"), 245), (new("随州", "Suizhou"), 202),
        (new("天门", "Tianmen"), 111), (new("仙桃", "Xiantao"), 111), (new("鄂州", "Ezhou"), 107), (new("潜江", "Qianjiang"), 87), (new("神农架", "Shennongjia"), 7),
    ];

    public static readonly Word[] CityNames = [.. Cities.Select(c => c.City)];

    /// <summary>The region of the planted incident.</summary>
    public static readonly int IncidentCity = Array.FindIndex(CityNames, c => c.Chinese == "宜昌");

    public static readonly Weighted CityDraw = new([.. Cities.Select(c => c.Weight)]);

    public static readonly Brand[] Brands =
    [
        new(
            new("全球通", "GoTone"), Share: 0.27, ArpuMedian: 128, ArpuSigma: 0.45, AgeMean: 42, AgeSpread: 11, TenureYears: 8, FiveG: 0.66,
            DataMedianMb: 15_000, NoData: 0.01, VoiceMedian: 210, PlanBreaks: [98, 158, 258],
            [
                new("全球通畅享68元", "GoTone Enjoy 68"),
                new("全球通畅享128元", "GoTone Enjoy 128"),
                new("全球通5G智享198元", "GoTone 5G Smart 198"),
                new("全球通5G尊享298元", "GoTone 5G Premium 298")
            ]),
        new(
            new("动感地带", "M-Zone"), Share: 0.18, ArpuMedian: 58, ArpuSigma: 0.40, AgeMean: 24, AgeSpread: 6, TenureYears: 3, FiveG: 0.78,
            DataMedianMb: 24_000, NoData: 0.005, VoiceMedian: 55, PlanBreaks: [35, 52, 80],
            [
                new("动感地带29元", "M-Zone 29"),
                new("动感地带39元", "M-Zone 39"),
                new("动感地带芒果卡59元", "M-Zone Mango 59"),
                new("动感地带5G潮玩99元", "M-Zone 5G Play 99")
            ]),
        new(
            new("神州行", "EasyOwn"), Share: 0.55, ArpuMedian: 37, ArpuSigma: 0.55, AgeMean: 46, AgeSpread: 15, TenureYears: 5, FiveG: 0.36,
            DataMedianMb: 6_000, NoData: 0.09, VoiceMedian: 120, PlanBreaks: [14, 26, 45],
            [
                new("神州行8元保号", "EasyOwn Keep 8"),
                new("神州行家园卡18元", "EasyOwn Home 18"),
                new("神州行大众卡29元", "EasyOwn Classic 29"),
                new("神州行畅听49元", "EasyOwn Talk 49")
            ]),
    ];

    public static readonly Word[] BrandNames = [.. Brands.Select(b => b.Name)];

    public static readonly Weighted BrandDraw = new([.. Brands.Select(b => b.Share)]);

    public static readonly Word[] Terminals =
    [
        new("5G手机", "5G phone"), new("4G手机", "4G phone"), new("功能手机", "Feature phone"), new("上网卡", "Data card"), new("无线座机", "Wireless desk phone"),
    ];

    /// <summary>Star levels by the operator's credit rule, 0 (below 100 points) to 5.</summary>
    public static readonly Word[] Stars =
    [
        new("无星级", "No star"), new("一星", "1 star"), new("二星", "2 stars"), new("三星", "3 stars"), new("四星", "4 stars"), new("五星", "5 stars"),
    ];

    public static readonly Word[] Operators = [new("移动", "Mobile"), new("联通", "Unicom"), new("电信", "Telecom")];

    /// <summary>
    /// Stars by the operator's rule: points of brand (50/30/20), years with the network (under 1: 0, then 50, 150, 200, 250, 300 from 5 years on),
    /// monthly spend (right-closed at 20, 50, 80, 120, 200, 400: 0, 20, 50, 100, 150, 200, 250) less 100 a suspension; 100 points a star.
    /// </summary>
    public static int StarLevel(int brand, double years, double arpu, int suspensions)
    {
        var points = brand switch { 0 => 50, 1 => 30, _ => 20 };
        points += years switch { < 1 => 0, < 2 => 50, < 3 => 150, < 4 => 200, < 5 => 250, _ => 300 };
        points += arpu switch { <= 20 => 0, <= 50 => 20, <= 80 => 50, <= 120 => 100, <= 200 => 150, <= 400 => 200, _ => 250 };
        return Math.Clamp((points - (100 * suspensions)) / 100, 0, 5);
    }
}
