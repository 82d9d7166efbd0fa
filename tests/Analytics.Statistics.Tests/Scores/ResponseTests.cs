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
        (funnel.Sent, funnel.Returned, funnel.Valid).ShouldBe((10, 6, 2));
    }

    [Fact]
    public void Funnel_OperatorsSurvey_HasItsPublishedCounts()
    {
        // 320 sent, 290 returned, 286 valid
        var answers = Enumerable.Range(0, 290).Select(r => r < 4 ? double.NaN : 1.0 + (r % 5)).ToArray();
        var funnel = ResponseFunnel.Of([answers], [new ItemScale(1, 5)], null, 320, new ResponseRules());
        (funnel.Sent, funnel.Returned, funnel.Valid).ShouldBe((320, 290, 286));
    }

    [Fact]
    public void Funnel_MoreBackThanSent_IsRefused() =>
        Should.Throw<ArgumentException>(() => ResponseFunnel.Of([[1, 2]], [new ItemScale(1, 5)], null, 1, new ResponseRules()));
}
