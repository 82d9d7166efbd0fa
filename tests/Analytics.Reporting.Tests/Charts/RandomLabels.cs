namespace Analytics.Reporting.Tests.Charts;

/// <summary>Labels as data bring them: Chinese, English, mixed, with and without spaces, short and far too long.</summary>
internal static class RandomLabels
{
    private const string Chinese = "套餐外费用争议信号弱无覆盖账单金额有误携号转网受阻（）、增值业务";
    private static readonly string[] English =
    [
        "billing", "roaming", "unsubscribe", "a", "of", "value-added", "WiFi/5G", "disconnection", "WWWWMMMM", "Telecommunications",
    ];

    /// <summary>A label; the number makes it unique.</summary>
    public static string Next(Random random, int number) => random.Next(4) switch
    {
        0 => Take(random, random.Next(1, 9)) + number,
        1 => string.Join(' ', Enumerable.Range(0, random.Next(1, 7)).Select(_ => English[random.Next(English.Length)])) + " " + number,
        2 => Take(random, random.Next(2, 6)) + " " + English[random.Next(English.Length)] + number,
        _ => Take(random, random.Next(10, 40)) + number,
    };

    private static string Take(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => Chinese[random.Next(Chinese.Length)]));
}
