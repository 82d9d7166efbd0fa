using System.Globalization;
using Analytics.Core.Reports;

namespace Analytics.Reporting.Tests.Samples;

/// <summary>Masked rows of the sample, the issue's hostile texts among them.</summary>
public static class SampleDetails
{
    /// <summary>Texts that must survive as text: formulas, 40,000 characters, emoji, control characters.</summary>
    public static IReadOnlyList<string> Hostile { get; } =
    [
        "=HYPERLINK(\"http://x\",\"y\")", "+1", "@SUM(A1)", "-2+3", "\t=1+1", new string('长', 40_000), "上网很慢😀👨‍👩‍👧", "换\u0001行\u0008符\r\n第二行\ttab",
        "_x000D_ literal", "<b>&amp;</b>",
    ];

    public static IReadOnlyList<DetailRow> Rows(int count)
    {
        string[] causes = ["上网速度慢", "不明扣费", "信号弱", "套餐外流量费", "携号转网受阻"];
        string[] categories = ["网络质量", "资费争议", "网络质量", "资费争议", "业务办理"];
        string[] channels = ["10086热线", "手机App", "营业厅"];
        string[] regions = ["武汉", "襄阳", "宜昌", DetailRow.Hidden];
        return [.. Enumerable.Range(0, count).Select(i => new DetailRow(
            i % 17 == 3 ? "#" + (i + 1) : "T2026" + (100_000 + i).ToString(CultureInfo.InvariantCulture),
            i % 5 == 4 ? null : (0x1f3a0000L + (i * 7919)).ToString("x8", CultureInfo.InvariantCulture),
            new DateTime(2026, 11, 9, 8, 3, 0).AddMinutes(i * 41), channels[i % 3], categories[i % 5], causes[i % 5], regions[i % 4],
            i % 6 == 0 ? "处理中" : "已结案", i % 9 == 0 ? null : 2.5 + (i % 40), i % 6 == 0 ? null : 12.25 + (i % 60), i % 4 == 3 ? null : i % 31 == 0,
            i % 6 == 0 ? null : "解释说明", i % 3 == 0 ? 1 + (i % 5) : null,
            i < Hostile.Count ? Hostile[i] : "客户反映" + causes[i % 5] + "，来电 138******** ，要求尽快答复。", 1))];
    }
}
