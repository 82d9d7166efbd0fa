using Analytics.Samples.Chance;
using Analytics.Samples.Models;
using Analytics.Samples.Operator;

namespace Analytics.Samples.Files;

/// <summary>
/// Writes the survey: one row a response, one column an item. Brands are sampled in equal thirds, so an unweighted mean misleads; the
/// weight column puts the brands' shares of the base right.
/// </summary>
internal static class SurveyCsv
{
    private static readonly Weighted Operators = new([0.60, 0.22, 0.18]);

    public static string[] Header { get; } = ["问卷编号", "用户编号", "访问时间", "运营商", "品牌", "地市", "权重", .. SurveyCatalogue.Items.Select(i => i.Item)];

    public static long Write(
        SampleSettings settings, SubscriberModel subscribers, string path, IProgress<SampleProgress>? progress, CancellationToken cancellation)
    {
        using var csv = new CsvBuffer(path, settings.Compress);
        csv.Header(Header);
        var model = new SurveyModel();
        var scores = new int[SurveyCatalogue.Items.Length];
        for (var week = settings.FirstWeek.Start; week < settings.LastWeek.End; week = week.AddDays(7))
        {
            cancellation.ThrowIfCancellationRequested();
            var random = new SampleRandom(settings.Seed, SampleStreams.Survey, week.DayNumber);
            for (var i = 0; i < settings.SurveyPerWeek; i++)
            {
                var time = ((week.DayNumber + random.Below(7)) * ComplaintModel.SecondsPerDay) + 32_400 + random.Below(39_600);
                WriteRow(csv, settings, subscribers, model, scores, time, ref random);
            }

            progress?.Report(new SampleProgress("survey", csv.Rows, (long)settings.Weeks * settings.SurveyPerWeek));
        }

        return csv.Rows;
    }

    private static void WriteRow(
        CsvBuffer csv, SampleSettings settings, SubscriberModel subscribers, SurveyModel model, int[] scores, long time, ref SampleRandom random)
    {
        var company = Operators.Draw(ref random);
        csv.Id('R', csv.Rows + 1, 9);
        var lead = SurveyCatalogue.OperatorLead[company];
        if (company == 0)
        {
            var brand = random.Below(Market.Brands.Length);
            lead += SurveyCatalogue.BrandLead[brand];
            WriteOwnCustomer(csv, settings, subscribers, brand, time, ref random);
        }
        else
        {
            csv.Empty();
            csv.Moment(time);
            csv.Label(Market.Operators[company]);
            csv.Empty();
            csv.Label(Market.CityNames[Market.CityDraw.Draw(ref random)]);
            csv.Fixed(1000, 1000);
        }

        model.Draw(ref random, lead, scores);
        foreach (var score in scores)
        {
            if (score < 0)
            {
                csv.Empty();
            }
            else
            {
                csv.Integer(score);
            }
        }

        csv.EndLine();
    }

    private static void WriteOwnCustomer(CsvBuffer csv, SampleSettings settings, SubscriberModel subscribers, int brand, long time, ref SampleRandom random)
    {
        SampleSubscriber s;
        do
        {
            subscribers.Draw(random.Below(settings.Subscribers), out s);
        }
        while (s.Brand != brand);

        csv.Id('U', s.Index, 9);
        csv.Moment(time);
        csv.Label(Market.Operators[0]);
        csv.Label(Market.Brands[brand].Name);
        csv.Label(Market.CityNames[s.City]);
        csv.Fixed((long)Math.Round(1000 * Market.Brands[brand].Share * Market.Brands.Length), 1000);
    }
}
