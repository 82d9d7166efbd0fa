using Analytics.Core;
using Analytics.Statistics.Drivers;
using Analytics.Statistics.Tests.PathModels;

namespace Analytics.Statistics.Tests.Drivers;

/// <summary>Shapley and Johnson shares of satisfaction in the mobile-phone survey, against R 4.2 (differences of lm's R² over all subsets; eigen).</summary>
public sealed class KeyDriverTests
{
    private static readonly string[] Names = ["Image", "Expectation", "Quality", "Value"];

    [Fact]
    public void Of_MobiMeans_EqualsR()
    {
        var drivers = KeyDrivers.Of(Names, Blocks(), Block("CUSA", 3), null, new DriverSettings { Resamples = 0 });
        drivers.RSquared.ShouldBe(0.669441309539813, 1e-12);
        drivers.Drivers.Select(d => d.Lmg).ShouldBe([0.16481702101634, 0.0768815510182492, 0.295433665047333, 0.13230907245789], 1e-12);
        drivers.Drivers.Select(d => d.Johnson).ShouldBe([0.165643652187853, 0.0814992462078333, 0.281453591420393, 0.140844819723734], 1e-12);
        drivers.Drivers.Sum(d => d.Johnson).ShouldBe(drivers.RSquared, 1e-12);
    }

    [Theory]
    [InlineData(Survey.Seeded)]
    [InlineData(Survey.Published)]
    public void Of_Resampled_IntervalsHoldTheEstimates(Survey survey)
    {
        var drivers = KeyDrivers.Of(Names, Blocks(survey), Block("CUSA", 3, survey), null, new DriverSettings { Resamples = 200 });
        drivers.Drivers.ShouldAllBe(
            d =>
                d.LmgInterval!.Value.Lower < d.Lmg
                    && d.Lmg < d.LmgInterval.Value.Upper && d.JohnsonInterval!.Value.Lower < d.Johnson && d.Johnson < d.JohnsonInterval.Value.Upper);
        KeyDrivers.Of(Names, Blocks(survey), Block("CUSA", 3, survey), null, new DriverSettings { Resamples = 200 }).Drivers.ShouldBe(drivers.Drivers);
    }

    [Theory]
    [InlineData(Survey.Seeded)]
    [InlineData(Survey.Published)]
    public void Of_FewOrdersPerResample_KeepsTheIntervalsOfAllOrders(Survey survey)
    {
        var mobi = SurveyData.Phone(survey);
        string[] items = [.. SurveyData.ItemNames("IMAG", 5), .. SurveyData.ItemNames("PERQ", 5)];
        double[][] columns = [.. items.Select(i => mobi.Columns[mobi.Items.ToList().IndexOf(i)])];
        var exact = KeyDrivers.Of(items, columns, Block("CUSA", 3, survey), null, new DriverSettings { Resamples = 150 });
        var sampled = KeyDrivers.Of(
            items, columns, Block("CUSA", 3, survey), null, new DriverSettings { Resamples = 150, ResampleOrders = 50, JohnsonIntervals = false });
        sampled.Drivers.Select(d => d.Lmg).ShouldBe(exact.Drivers.Select(d => d.Lmg), 1e-12);
        sampled.Drivers.ShouldAllBe(d => d.JohnsonInterval == null);
        foreach (var (few, all) in sampled.Drivers.Zip(exact.Drivers))
        {
            few.LmgInterval!.Value.Lower.ShouldBe(all.LmgInterval!.Value.Lower, 0.012);
            few.LmgInterval!.Value.Upper.ShouldBe(all.LmgInterval!.Value.Upper, 0.012);
        }
    }

    [Theory]
    [InlineData(Survey.Seeded)]
    [InlineData(Survey.Published)]
    public void Of_RanksThatLieApart_AreFlagged(Survey survey)
    {
        var drivers = KeyDrivers.Of(Names, Blocks(survey), Block("CUSA", 3, survey), null, new DriverSettings { Resamples = 0 }, [0.1, 0.9, 0.8, 0.2]);
        // Johnson and Lindeman shares put Image last in the seeded survey and second in the public one
        drivers.Drivers.Select(d => d.Disagrees).ShouldBe([survey == Survey.Published, true, false, false]);
        drivers.Drivers.Select(d => d.PathEffect!.Value).ShouldBe([0.1, 0.9, 0.8, 0.2]);
    }

    [Theory]
    [InlineData(Survey.Seeded)]
    [InlineData(Survey.Published)]
    public void Of_IntegerWeights_EqualRepeatedRespondents(Survey survey)
    {
        var weights = Enumerable.Range(0, SurveyData.Phone(survey).Respondents).Select(r => (double)(r % 3)).ToArray();
        double[] Repeat(double[] column) => [.. column.SelectMany((x, r) => Enumerable.Repeat(x, (int)weights[r]))];
        var weighted = KeyDrivers.Of(Names, Blocks(survey), Block("CUSA", 3, survey), weights, new DriverSettings { Resamples = 0 });
        var plain = KeyDrivers.Of(Names, [.. Blocks(survey).Select(Repeat)], Repeat(Block("CUSA", 3, survey)), null, new DriverSettings { Resamples = 0 });
        weighted.Drivers.Select(d => d.Lmg).ShouldBe(plain.Drivers.Select(d => d.Lmg), 1e-12);
    }

    [Theory]
    [InlineData(Survey.Seeded)]
    [InlineData(Survey.Published)]
    public void Shapley_ManyDrivers_SampledNearTheExactShares(Survey survey)
    {
        // Independent drivers: each part is its squared correlation, whatever the order.
        var correlations = new double[19, 19];
        for (var i = 0; i < 19; i++)
        {
            correlations[i, i] = 1;
            correlations[i, 18] = correlations[18, i] = i == 18 ? 1 : 0.01 * i;
        }

        ShapleyImportance.Of(correlations)!.ShouldBe(Enumerable.Range(0, 18).Select(i => 0.0001 * i * i), 1e-12);

        // Pairs of correlated drivers: the sample of orders comes near what fitting all subsets of a smaller set gives.
        var data = SurveyData.Phone(survey);
        var wide = Correlations([.. data.Columns.Take(17)]);
        var parts = ShapleyImportance.Of(wide, 4000)!;
        var full = ShapleyImportance.Of(wide, 16000, seed: 5)!;
        parts.Sum().ShouldBe(full.Sum(), 1e-9);
        parts.ShouldBe(full, 0.003);
    }

    [Theory]
    [InlineData(Survey.Seeded)]
    [InlineData(Survey.Published)]
    public void Of_CollinearOrConstantDrivers_AreRefused(Survey survey)
    {
        var blocks = Blocks(survey);
        Should.Throw<AnalyticsException>(() => KeyDrivers.Of(["a", "b"], [blocks[0], [.. blocks[0].Select(x => 2 * x)]], blocks[1], null, new DriverSettings()))
            .Message.ShouldStartWith("AN7031: Drivers are collinear");
        Should.Throw<AnalyticsException>(() => KeyDrivers.Of(["a"], [new double[SurveyData.Phone(survey).Respondents]], blocks[1], null, new DriverSettings()))
            .Message.ShouldStartWith("AN7031: A driver or the target does not vary");
        Should.Throw<AnalyticsException>(() => KeyDrivers.Of(["a"], [[1, 2, 3]], [1, double.NaN, 2], null, new DriverSettings()))
            .Message.ShouldStartWith("AN7031: 2 respondents");
    }

    private static double[,] Correlations(double[][] columns)
    {
        var matrix = new double[columns.Length, columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            for (var j = 0; j < columns.Length; j++)
            {
                var (x, y) = (columns[i], columns[j]);
                var (mx, my) = (x.Average(), y.Average());
                matrix[i, j] = x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum() / Math.Sqrt(x.Sum(a => (a - mx) * (a - mx)) * y.Sum(b => (b - my) * (b - my)));
            }
        }

        return matrix;
    }

    private static double[][] Blocks(Survey survey = Survey.Published) =>
        [Block("IMAG", 5, survey), Block("CUEX", 3, survey), Block("PERQ", 7, survey), Block("PERV", 2, survey)];

    private static double[] Block(string prefix, int count, Survey survey = Survey.Published)
    {
        var mobi = SurveyData.Phone(survey);
        var columns = SurveyData.ItemNames(prefix, count).Select(name => mobi.Columns[mobi.Items.ToList().IndexOf(name)]).ToList();
        return [.. Enumerable.Range(0, mobi.Respondents).Select(r => columns.Average(c => c[r]))];
    }
}
