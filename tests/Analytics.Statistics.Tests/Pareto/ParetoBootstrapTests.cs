using Analytics.Core.Reports;
using Analytics.Statistics.Pareto;
using MathNet.Numerics.Distributions;

namespace Analytics.Statistics.Tests.Pareto;

public sealed class ParetoBootstrapTests
{
    // With two items the second is in class A exactly when the first draws less than 80 %: a binomial probability.
    [Theory]
    [InlineData(8, 2)]
    [InlineData(17, 4)]
    [InlineData(160, 41)]
    [InlineData(800, 200)]
    [InlineData(40_150, 10_000)]
    [InlineData(4_001_500, 1_000_000)]
    [InlineData(999_000, 1_000)]
    public void ProbabilityInA_TwoItems_EqualsTheBinomial(long first, long second)
    {
        const int Resamples = 40_000;
        var total = first + second;
        var bound = (long)Math.Ceiling(0.8 * total) - 1;
        var expected = Binomial.CDF((double)first / total, (int)total, bound);
        var probability = ParetoBootstrap.ProbabilityInA([first, second], 0.8, Resamples, 5);
        probability[1].ShouldBe(expected, 1e-12 + (4.5 * Math.Sqrt(expected * (1 - expected) / Resamples)));
    }

    [Fact]
    public void ProbabilityInA_ManyItems_EqualsDrawingCaseByCase()
    {
        long[] counts = [3, 120, 45, 45, 44, 12, 30, 1, 0, 25];
        var plain = CaseByCase(counts, 4000);
        var quick = ParetoBootstrap.ProbabilityInA(counts, 0.8, 4000, 99);
        for (var i = 0; i < counts.Length; i++)
        {
            quick[i].ShouldBe(plain[i], 4.5 * Math.Sqrt(2 * 0.25 / 4000));
        }
    }

    [Fact]
    public void ProbabilityInA_SameSeed_IsTheSameEverywhere()
    {
        // Recorded once: the streams are the project's own, so neither runtime nor number of processors may change them.
        long[] counts = [120, 45, 45, 44, 30, 25, 12];
        var first = ParetoBootstrap.ProbabilityInA(counts, 0.8, 1000, 20260101);
        first.ShouldBe([1, 0.993, 0.993, 0.992, 0.506, 0.167, 0]);
        ParetoBootstrap.ProbabilityInA(counts, 0.8, 1000, 1).ShouldNotBe(first);
    }

    [Fact]
    public void ProbabilityInA_NoCases_IsZero() => ParetoBootstrap.ProbabilityInA([0, 0], 0.8, 10, 1).ShouldBe([0, 0]);

    [Fact]
    public void ProbabilityInA_ImpossibleInput_IsRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => ParetoBootstrap.ProbabilityInA([-1], 0.8, 10, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => ParetoBootstrap.ProbabilityInA([1], 0.8, 0, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => ParetoBootstrap.ProbabilityInA([1], 1.1, 10, 1));
    }

    private static double[] CaseByCase(long[] counts, int resamples)
    {
        var random = new Random(42);
        var cases = counts.SelectMany((count, i) => Enumerable.Repeat(i, (int)count)).ToArray();
        var inA = new double[counts.Length];
        for (var resample = 0; resample < resamples; resample++)
        {
            var drawn = new double[counts.Length];
            for (var i = 0; i < cases.Length; i++)
            {
                drawn[cases[random.Next(cases.Length)]]++;
            }

            foreach (var item in ParetoAnalysis.Rank(drawn, 0.8, 0.9).Where(item => item.Class == ParetoClass.A))
            {
                inA[item.Index] += 1.0 / resamples;
            }
        }

        return inA;
    }
}
