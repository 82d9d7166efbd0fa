using Analytics.Samples.Models;
using Analytics.Samples.Operator;

namespace Analytics.Samples.Files;

/// <summary>Writes the subscriber snapshot.</summary>
internal static class SubscriberCsv
{
    public static readonly string[] Header =
    [
        "用户编号", "统计日期", "性别", "年龄", "地市", "品牌", "主套餐", "入网日期", "当月ARPU", "近三月平均ARPU", "流量MB", "数据业务消费占比", "语音时长", "短信条数", "是否5G", "终端类型", "停机次数", "星级",
    ];

    public static long Write(SampleSettings settings, SubscriberModel model, string path, IProgress<SampleProgress>? progress, CancellationToken cancellation)
    {
        using var csv = new CsvBuffer(path, settings.Compress);
        csv.Header(Header);
        for (var i = 0; i < settings.Subscribers; i++)
        {
            model.Draw(i, out var s);
            WriteRow(csv, model.AsOf, in s);
            if (i % 100_000 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new SampleProgress("subscriber", i, settings.Subscribers));
            }
        }

        progress?.Report(new SampleProgress("subscriber", settings.Subscribers, settings.Subscribers));
        return csv.Rows;
    }

    private static void WriteRow(CsvBuffer csv, int asOf, in SampleSubscriber s)
    {
        csv.Id('U', s.Index, 9);
        csv.Day(asOf);
        csv.Label(Market.Genders, s.Gender);
        if (s.Age >= 0)
        {
            csv.Integer(s.Age);
        }
        else
        {
            csv.Empty();
        }

        csv.Label(Market.CityNames, s.City);
        csv.Label(Market.BrandNames, s.Brand);
        csv.Label(Market.Brands[s.Brand].Plans, s.Plan);
        csv.Day(s.ActivatedDay);
        csv.Fixed(s.ArpuFen, 100);
        csv.Fixed(s.Arpu3mFen, 100);
        csv.Integer(s.DataMb);
        csv.Fixed(s.DataSpendPermille, 1000);
        csv.Fixed(s.VoiceTenths, 10);
        csv.Integer(s.SmsCount);
        csv.Flag(s.Is5g);
        csv.Label(Market.Terminals, s.Terminal);
        csv.Integer(s.Suspensions);
        csv.Label(Market.Stars, s.Stars);
        csv.EndLine();
    }
}
