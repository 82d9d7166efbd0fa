using Analytics.Core.Canonical;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Statistics.Scores;

namespace Analytics.Statistics.Tests.Scores;

/// <summary>Scores, shares and leads against R 4.2: t.test, prop.test(correct = FALSE), weighted.mean, qt.</summary>
public sealed class ScoreTests
{
    private static readonly ItemScale Ten = new(1, 10);
    private static readonly double[] A = [7, 8, 9, 10, 6, 7, 8, 9, 5, 10, 8, 7];
    private static readonly double[] B = [6, 7, 5, 8, 7, 6, 9, 4, 7, 6];

    [Fact]
    public void Score_EqualWeights_EqualsR()
    {
        var score = ScoreEstimate.Of(A, null, Ten, 0.95)!;
        (score.N, score.EffectiveN).ShouldBe((12, 12));
        score.Score.ShouldBe(75.9259259259259, 1e-10);
        score.StandardDeviation!.Value.ShouldBe(16.9725025739105, 1e-10);
        score.Interval!.Value.Lower.ShouldBe(65.1421122723219, 1e-9);
        score.Interval.Value.Upper.ShouldBe(86.7097395795299, 1e-9);
    }

    [Fact]
    public void Score_SurveyWeights_EqualsR()
    {
        var score = ScoreEstimate.Of(A, [.. Enumerable.Range(0, 12).Select(i => new[] { 1, 2, 0.5, 1.5 }[i % 4])], Ten, 0.95)!;
        score.Score.ShouldBe(77.4074074074074, 1e-10);
        score.StandardDeviation!.Value.ShouldBe(17.3388577918177, 1e-10);
        score.EffectiveN.ShouldBe(10, 1e-12);
        score.Interval!.Value.Lower.ShouldBe(65.0039357443873, 1e-9);
        score.Interval.Value.Upper.ShouldBe(89.8108790704275, 1e-9);
    }

    [Fact]
    public void Score_MissingAnswers_AreLeftOut()
    {
        ScoreEstimate.Of([.. A, double.NaN], null, Ten, 0.95).ShouldBe(ScoreEstimate.Of(A, null, Ten, 0.95));
        ScoreEstimate.Of([double.NaN], null, Ten, 0.95).ShouldBeNull();
        ScoreEstimate.Of([10], null, Ten, 0.95).ShouldBe(new ScoreEstimate(1, 1, 10, 100, null, null));
        Should.Throw<ArgumentException>(() => ScoreEstimate.Of([11], null, Ten, 0.95));
    }

    [Fact]
    public void Lead_OfScores_EqualsWelchInR()
    {
        var lead = ScoreLead.Of(ScoreEstimate.Of(A, null, Ten, 0.95)!, ScoreEstimate.Of(B, null, Ten, 0.95)!, 0.95)!;
        lead.Lead.ShouldBe(14.8148148148148, 1e-10);
        lead.StandardError.ShouldBe(7.02728368926307, 1e-10);
        lead.Interval.Lower.ShouldBe(0.14064440899461, 1e-8);
        lead.Interval.Upper.ShouldBe(29.488985220635, 1e-8);
        lead.PValue.ShouldBe(0.0480445743355094, 1e-9);
        lead.Verdict.ShouldBe(LeadVerdict.Leads);
        ScoreLead.Of(ScoreEstimate.Of(B, null, Ten, 0.95)!, ScoreEstimate.Of(A, null, Ten, 0.95)!, 0.95)!.Verdict.ShouldBe(LeadVerdict.Trails);
        ScoreLead.Of(ScoreEstimate.Of(A, null, Ten, 0.95)!, ScoreEstimate.Of(B, null, Ten, 0.95)!, 0.99)!.Verdict.ShouldBe(LeadVerdict.NotSignificant);
    }

    [Fact]
    public void Lead_WithoutAnySpread_IsExact()
    {
        ScoreLead.Of(80, 0, 10, 80, 0, 10, 0.95).Verdict.ShouldBe(LeadVerdict.NotSignificant);
        ScoreLead.Of(81, 0, 10, 80, 0, 10, 0.95).Verdict.ShouldBe(LeadVerdict.Leads);
    }

    [Fact]
    public void NetPromoterScore_EqualsR()
    {
        double[] answers =
        [
            .. Enumerable.Repeat(10.0, 40), .. Enumerable.Repeat(9.0, 30), .. Enumerable.Repeat(8.0, 20), .. Enumerable.Repeat(7.0, 15),
            .. Enumerable.Repeat(5.0, 25), .. Enumerable.Repeat(0.0, 10), double.NaN
        ];
        var nps = NetPromoterScore.Of(answers, null, 0.95)!;
        (nps.N, nps.Score).ShouldSatisfyAllConditions(() => nps.N.ShouldBe(140), () => nps.Score.ShouldBe(25, 1e-12));
        nps.StandardError.ShouldBe(7.00764888226735, 1e-10);
        nps.Interval.Lower.ShouldBe(11.2652605744536, 1e-9);
        nps.Interval.Upper.ShouldBe(38.7347394255464, 1e-9);
        nps.Against(nps, 0.95).Verdict.ShouldBe(LeadVerdict.NotSignificant);
        Should.Throw<ArgumentException>(() => NetPromoterScore.Of([11], null, 0.95));
    }

    [Fact]
    public void TopTwo_EqualsR()
    {
        var share = ShareEstimate.TopTwo(A, null, Ten, 0.95)!;
        share.Share.ShouldBe(1.0 / 3, 1e-12);
        share.Interval.Lower.ShouldBe(0.138120091091213, 1e-12);
        share.Interval.Upper.ShouldBe(0.6093779111272, 1e-12);
        ShareEstimate.BottomTwo(A, null, Ten, 0.95)!.Share.ShouldBe(0);
        ShareEstimate.AtLeast([1, 5, 7, 6, double.NaN], null, 5, 0.95)!.Share.ShouldBe(0.75, 1e-12);
        ShareEstimate.AtLeast([double.NaN], null, 5, 0.95).ShouldBeNull();
    }
}
