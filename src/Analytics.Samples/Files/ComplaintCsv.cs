using Analytics.Samples.Chance;
using Analytics.Samples.Models;
using Analytics.Samples.Operator;

namespace Analytics.Samples.Files;

/// <summary>Writes the complaints with everything that happened to them up to the cut-off, the end of the newest week.</summary>
internal static class ComplaintCsv
{
    public static readonly string[] Header =
    [
        "工单编号", "用户编号", "受理时间", "受理渠道", "一级原因", "二级原因", "服务环节", "地市", "投诉内容", "投诉目的", "要求的解决方式", "要求是否合理", "是否升级", "首次回复时间", "办结时间", "解决方式", "客户是否接受",
        "客户满意度", "应退金额", "实退金额", "状态",
    ];

    public static long Write(
        SampleSettings settings, SubscriberModel subscribers, string path, IProgress<SampleProgress>? progress, CancellationToken cancellation)
    {
        using var csv = new CsvBuffer(path, settings.Compress);
        csv.Header(Header);
        var model = new ComplaintModel(settings, subscribers);
        var cutOff = settings.LastWeek.End.DayNumber * ComplaintModel.SecondsPerDay;
        var week = new List<SampleComplaint>();
        for (var i = 0; i < settings.Weeks; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            model.Draw(i, week);
            foreach (var complaint in week)
            {
                WriteRow(csv, in complaint, cutOff);
            }

            progress?.Report(new SampleProgress("complaint", csv.Rows, (long)settings.Weeks * settings.ComplaintsPerWeek));
        }

        return csv.Rows;
    }

    private static void WriteRow(CsvBuffer csv, in SampleComplaint complaint, long cutOff)
    {
        var random = new SampleRandom(0, SampleStreams.Text, (long)complaint.Seed);
        var cause = CauseCatalogue.Causes[complaint.Cause];
        var category = CauseCatalogue.Categories[cause.Category];
        var channel = cause.Channel >= 0 && random.Chance(0.35) ? cause.Channel : DrawChannel(ref random);
        var course = new ComplaintCourse(complaint.Received, channel, category, cutOff, ref random);
        csv.Id('T', csv.Rows + 1, 9);
        if (complaint.Subscriber >= 0)
        {
            csv.Id('U', complaint.Subscriber, 9);
        }
        else
        {
            csv.Empty();
        }

        csv.Moment(complaint.Received);
        csv.Label(CauseCatalogue.Channels[channel]);
        csv.Label(category.Name);
        csv.Label(cause.Name);
        csv.Label(category.Stage);
        csv.Label(Market.CityNames, random.Chance(0.01) ? -1 : complaint.City);
        csv.Text(ComplaintTexts.Compose(ref random, cause));
        csv.Label(category.Purpose);
        csv.Label(category.Requests[random.Below(category.Requests.Length)]);
        course.Write(csv);
        csv.EndLine();
    }

    private static readonly Weighted Channels = new(CauseCatalogue.ChannelWeights);

    private static int DrawChannel(ref SampleRandom random) => Channels.Draw(ref random);
}
