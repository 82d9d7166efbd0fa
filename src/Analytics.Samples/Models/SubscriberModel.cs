using Analytics.Samples.Chance;
using Analytics.Samples.Operator;

namespace Analytics.Samples.Models;

/// <summary>
/// Draws subscriber i of the base from its number alone, so that complaints and survey can meet the same customer without the base in memory.
/// </summary>
internal sealed class SubscriberModel(SampleSettings settings)
{
    private const double DaysPerYear = 365.25;

    /// <summary>Day the snapshot describes: the last day of the newest week.</summary>
    public int AsOf { get; } = settings.LastWeek.End.DayNumber - 1;

    public void Draw(int index, out SampleSubscriber s)
    {
        var random = new SampleRandom(settings.Seed, SampleStreams.Subscriber, index);
        var brandIndex = Market.BrandDraw.Draw(ref random);
        var brand = Market.Brands[brandIndex];
        s = new SampleSubscriber
        {
            Index = index,
            Brand = brandIndex,
            City = Market.CityDraw.Draw(ref random),
            Gender = random.Chance(0.004) ? -1 : random.Chance(0.53) ? 0 : 1,
        };
        var age = Math.Clamp((int)Math.Round(brand.AgeMean + (brand.AgeSpread * random.Normal())), 14, 92);
        var years = Math.Min(random.Exponential(brand.TenureYears), age - 13.5);
        // An age that is not known was drawn all the same: tenure depends on it, and every later draw on its place.
        s.Age = random.Chance(0.01) ? -1 : age;
        s.ActivatedDay = AsOf - (int)(years * DaysPerYear);
        DrawSpend(brand, ref random, ref s);
        DrawUsage(brand, ref random, ref s);
        s.Suspensions = random.Uniform() switch { < 0.88 => 0, < 0.96 => 1, < 0.985 => 2, < 0.995 => 3, _ => 4 };
        s.Stars = Market.StarLevel(s.Brand, (AsOf - s.ActivatedDay) / DaysPerYear, s.Arpu3mFen / 100.0, s.Suspensions);
    }

    private static void DrawSpend(Brand brand, ref SampleRandom random, ref SampleSubscriber s)
    {
        var arpu = Math.Min(random.LogNormal(brand.ArpuMedian, brand.ArpuSigma), 1_500);
        s.ArpuFen = (long)(arpu * 100);
        s.Arpu3mFen = (long)(arpu * (1 + (0.08 * random.Normal())) * 100);
        var plan = 0;
        while (plan < brand.PlanBreaks.Length && arpu > brand.PlanBreaks[plan])
        {
            plan++;
        }

        s.Plan = random.Chance(0.15) ? random.Below(brand.Plans.Length) : plan;
    }

    private static void DrawUsage(Brand brand, ref SampleRandom random, ref SampleSubscriber s)
    {
        s.Is5g = random.Chance(brand.FiveG);
        var kind = random.Uniform();
        s.Terminal = kind < 0.012 ? 3 : kind < 0.02 ? 4 : s.Is5g ? 0 : kind < (s.Age > 65 ? 0.5 : 0.07) ? 2 : 1;
        var noData = s.Terminal == 4 || random.Chance(brand.NoData);
        s.DataMb = noData ? 0 : (long)Math.Min(random.LogNormal(brand.DataMedianMb * (s.Is5g ? 1.4 : 0.8), 0.9), 400_000);
        s.DataSpendPermille = noData ? 0 : Math.Clamp((int)(1000 * (0.45 + (0.1 * (s.Is5g ? 1 : -1)) + (0.17 * random.Normal()))), 20, 985);
        s.VoiceTenths = s.Terminal == 3 ? 0 : (long)Math.Min(10 * random.LogNormal(brand.VoiceMedian, 0.8), 60_000);
        s.SmsCount = random.Chance(0.4) ? 0 : (int)random.Exponential(7);
    }
}
