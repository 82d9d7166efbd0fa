using Analytics.Core.Canonical;
using Analytics.Statistics.Scores;

namespace Analytics.Statistics.Tests.Scores;

public sealed class ResponseTests
{
    [Fact]
    public void Funnel_CountsEachQuestionnaireOnce_WithItsFirstReason()
    {
        double[][] rows =
        [
            [1, 5, 3, 4, 2, 3, 5, 4], // fine
            [3, 3, 3, 3, 3, 3, 3, 3], // the same throughout
            [1, 9, 3, 4, 2, 3, 5, 4], // 9 on a scale of 1 to 5
            [1, 5, double.NaN, double.NaN, double.NaN, 3, 5, 4], // five of eight
            [1, 5, 3, 4, 2, 3, 5, 2], // in 20 seconds
            [2, 2, 2, 2, double.NaN, 2, 2, 2], // too short for straight-lining
        ];
        var columns = Enumerable.Range(0, 8).Select(i => rows.Select(r => r[i]).ToArray()).ToArray();
        var durations = new[] { 300, 290, 310, 280, 20, 305 }.Select(s => TimeSpan.FromSeconds(s)).ToArray();
        var funnel = ResponseFunnel.Of(columns, [.. Enumerable.Repeat(new ItemScale(1, 5), 8)], durations, 10, new ResponseRules());
        funnel.Verdicts.ShouldBe(
            [
                ResponseVerdict.Valid, ResponseVerdict.StraightLiner, ResponseVerdict.OffScale, ResponseVerdict.Incomplete,
                ResponseVerdict.Speeder, ResponseVerdict.Valid
            ]);
        (funnel.Sent, funnel.Returned, funnel.Valid, funnel.ResponseRate).ShouldBe((10, 6, 2, 0.6));
        funnel.ValidRate!.Value.ShouldBe(2.0 / 6, 1e-12);
    }

    [Fact]
    public void Funnel_OperatorsSurvey_HasItsPublishedRates()
    {
        // 320 sent, 290 returned, 286 valid: 90.6 % and 98.6 %
        var answers = Enumerable.Range(0, 290).Select(r => r < 4 ? double.NaN : 1.0 + (r % 5)).ToArray();
        var funnel = ResponseFunnel.Of([answers], [new ItemScale(1, 5)], null, 320, new ResponseRules());
        (funnel.Returned, funnel.Valid).ShouldBe((290, 286));
        funnel.ResponseRate!.Value.ShouldBe(0.906, 0.0005);
        funnel.ValidRate!.Value.ShouldBe(0.986, 0.0005);
    }

    [Fact]
    public void PublishedMean_OperatorsSurvey_IsImpossibleOnFivePoints()
    {
        // mean 3.7776, sd 0.60233, lowest 2.33, highest 5.29, of which 5.29 is off a scale of 1 to 5
        PublishedMeanCheck.Of(new ItemScale(1, 5), 3.7776, 4, 0.60233, 2.33, 5.29).ShouldBe([PublishedFault.RangeOffScale]);
        PublishedMeanCheck.Of(new ItemScale(1, 7), 3.7776, 4, 0.60233, 2.33, 5.29).ShouldBeEmpty();
    }

    [Fact]
    public void PublishedMean_EachFault_IsNamed()
    {
        PublishedMeanCheck.Of(new ItemScale(1, 5), 5.2, 1).ShouldBe([PublishedFault.MeanOutOfRange]);
        PublishedMeanCheck.Of(new ItemScale(1, 5), 4.5, 1, deviation: 2).ShouldBe([PublishedFault.DeviationTooLarge]);
        PublishedMeanCheck.Of(new ItemScale(1, 7), 3.48, 2, answers: 20).ShouldBe([PublishedFault.MeanImpossible]);
        PublishedMeanCheck.Of(new ItemScale(1, 7), 3.45, 2, answers: 20).ShouldBeEmpty();
    }

    [Fact]
    public void Funnel_MoreBackThanSent_IsRefused() =>
        Should.Throw<ArgumentException>(() => ResponseFunnel.Of([[1, 2]], [new ItemScale(1, 5)], null, 1, new ResponseRules()));
}
