using System.Globalization;
using Analytics.Samples.Chance;
using Analytics.Samples.Operator;

namespace Analytics.Samples.Models;

/// <summary>
/// Puts together what a caller says. Nobody said any of it; the eleven-digit numbers begin with 10 and so belong to no mobile phone.
/// A few texts begin like a formula, hold quotes, line breaks or emoji, because real ones do.
/// </summary>
internal static class ComplaintTexts
{
    private static readonly string[] Openings =
    [
        "", "", "", "客户反映：", "客户来电称", "您好，", "我要投诉，", "用户表示", "请尽快处理：", "再次反映，", "已经是第二次投诉了，", "老用户了，", "麻烦帮我查一下，", "客户在营业厅反映",
    ];

    private static readonly string[] Endings =
    [
        "。", "。", "，希望尽快处理。", "，要求给个说法。", "，要求退费。", "，什么时候能解决？", "，很影响使用！", "，请回电。", "，再不解决就转网。", "，要求书面答复。", "，谢谢。", "，非常不满意！！", "，等了很久没人回复。", "😡", "，求解决🙏",
    ];

    private static readonly string[] Odd =
    [
        "=HYPERLINK(\"http://example.invalid\",\"点这里\") ", "+1 同样的问题，", "@客服 ", "-- 转自微信 --\n", "=1+1 这样算账的吗，", "用户原话：\"太坑了\"，", "\t", "【转派】，",
    ];

    public static string Compose(ref SampleRandom random, SampleCause cause)
    {
        var body = cause.Texts[random.Below(cause.Texts.Length)].Replace("#", Number(ref random), StringComparison.Ordinal);
        var opening = random.Chance(0.012) ? Odd[random.Below(Odd.Length)] : Openings[random.Below(Openings.Length)];
        var contact = random.Chance(0.04) ? string.Create(CultureInfo.InvariantCulture, $"，联系电话10000{random.Below(1_000_000):000000}") : "";
        return string.Concat(opening, body, contact, Endings[random.Below(Endings.Length)]);
    }

    private static string Number(ref SampleRandom random) => (2 + random.Below(29)).ToString(CultureInfo.InvariantCulture);
}
