using Analytics.Samples.Chance;
using Analytics.Samples.Operator;

namespace Analytics.Samples.Models;

/// <summary>
/// Draws who complains of what and when, week by week. Every subscriber active on the day is equally likely but for the planted segment,
/// whose members are exactly twice as likely, whatever the week, cause or city. Holds one week and the repeats still to come.
/// </summary>
internal sealed class ComplaintModel
{
    public const long SecondsPerDay = 86_400;
    private const double NoSubscriber = 0.03;
    private const double MeanRepeatDays = 9;
    private static readonly Weighted Weekdays = new([1.17, 1.12, 1.06, 1.02, 1.00, 0.84, 0.79]);
    private static readonly Weighted Hours = new([1, .5, .3, .2, .2, .4, 1.5, 4, 8, 10, 10, 8, 6, 7, 8, 8, 7.5, 7, 6.5, 6.5, 6, 4.5, 3, 1.8]);
    private readonly SampleSettings _settings;
    private readonly SubscriberModel _subscribers;
    private readonly List<SampleComplaint> _repeats = [];
    private readonly double _baseWeight = CauseCatalogue.Causes.Sum(c => c.Weight);

    public ComplaintModel(SampleSettings settings, SubscriberModel subscribers)
    {
        _settings = settings;
        _subscribers = subscribers;
    }

    /// <summary>Fills <paramref name="week"/> with the complaints of week <paramref name="index"/> (0-based), by time of receipt.</summary>
    public void Draw(int index, List<SampleComplaint> week)
    {
        week.Clear();
        var start = _settings.FirstWeek.Start.AddDays(7 * index);
        var random = new SampleRandom(_settings.Seed, SampleStreams.Complaint, start.DayNumber);
        var growth = Math.Pow(PlantedFacts.GrowthPerWeek, Math.Max(0, index - _settings.Weeks + 1 + PlantedFacts.GrowthWeeks));
        var weights = CauseCatalogue.Causes.Select((c, i) => i == CauseCatalogue.GrowingCause ? c.Weight * growth : c.Weight).ToArray();
        var causes = new Weighted(weights);
        var season = 1 + (0.04 * Math.Sin(2 * Math.PI * start.DayOfYear / 365.25));
        var firstCases = _settings.ComplaintsPerWeek * (1 - PlantedFacts.RepeatShare) * season * Math.Exp(0.012 * random.Normal());
        for (var n = random.Poisson(firstCases * causes.Total / _baseWeight); n > 0; n--)
        {
            Add(week, ref random, start.DayNumber + Weekdays.Draw(ref random), causes.Draw(ref random), city: -1);
        }

        if (index == _settings.Weeks - 1 - _settings.IncidentWeeksBack)
        {
            AddIncident(week, ref random, start.DayNumber, firstCases);
        }

        AddRepeats(week, ref random, start.AddDays(7).DayNumber * SecondsPerDay);
        week.Sort(static (a, b) => a.Received != b.Received ? a.Received.CompareTo(b.Received) : a.Seed.CompareTo(b.Seed));
    }

    private void AddIncident(List<SampleComplaint> week, ref SampleRandom random, int startDay, double firstCases)
    {
        var category = CauseCatalogue.IncidentCategory;
        var causes = new Weighted([.. CauseCatalogue.Causes.Select(c => c.Category == category ? c.Weight : 0)]);
        var usual = firstCases * causes.Total / _baseWeight * Market.Cities[Market.IncidentCity].Weight / Market.CityDraw.Total;
        for (var n = random.Poisson(usual * (PlantedFacts.IncidentFactor - 1)); n > 0; n--)
        {
            Add(week, ref random, startDay + 1 + random.Below(4), causes.Draw(ref random), Market.IncidentCity);
        }
    }

    private void Add(List<SampleComplaint> week, ref SampleRandom random, int day, int cause, int city)
    {
        var complaint = new SampleComplaint
        {
            Received = (day * SecondsPerDay) + (Hours.Draw(ref random) * 3600) + random.Below(3600),
            Cause = cause,
            Subscriber = -1,
            City = city,
            Seed = random.Next(),
        };
        if (random.Chance(NoSubscriber))
        {
            complaint.City = city >= 0 ? city : Market.CityDraw.Draw(ref random);
        }
        else
        {
            ChooseSubscriber(ref complaint, ref random, day);
        }

        week.Add(complaint);
        PlanRepeat(complaint, ref random);
    }

    private void ChooseSubscriber(ref SampleComplaint complaint, ref SampleRandom random, int day)
    {
        while (true)
        {
            _subscribers.Draw(random.Below(_settings.Subscribers), out var s);
            // Turning away half of everyone else makes the segment exactly twice as likely, without a table of the base.
            var likely = s.IsPlanted || random.Chance(1 / PlantedFacts.SegmentFactor);
            if (likely && s.ActivatedDay <= day && (complaint.City < 0 || complaint.City == s.City))
            {
                complaint.Subscriber = s.Index;
                complaint.City = s.City;
                return;
            }
        }
    }

    private void PlanRepeat(in SampleComplaint complaint, ref SampleRandom random)
    {
        if (complaint.Subscriber >= 0 && random.Chance(PlantedFacts.RepeatShare))
        {
            var days = Math.Min(random.Exponential(MeanRepeatDays), 29.5);
            _repeats.Add(complaint with { Received = complaint.Received + 3600 + (long)(days * SecondsPerDay), Seed = random.Next() });
        }
    }

    private void AddRepeats(List<SampleComplaint> week, ref SampleRandom random, long end)
    {
        for (var i = 0; i < _repeats.Count; i++)
        {
            if (_repeats[i].Received < end)
            {
                week.Add(_repeats[i]);
                PlanRepeat(_repeats[i], ref random);
                // The order of this list tells nobody anything: a week is sorted by time, and ties by a number of their own.
                _repeats[i] = _repeats[^1];
                _repeats.RemoveAt(_repeats.Count - 1);
                i--;
            }
        }
    }
}
