using Analytics.Statistics.Tables;

namespace Analytics.Statistics.Tests.Tables;

public sealed class ContingencyTableTests
{
    // Agresti, Categorical Data Analysis (2007 introduction, table 2.5): party identification by gender.
    private static readonly double[,] Agresti = { { 762, 327, 468 }, { 484, 239, 477 } };

    [Fact]
    public void AdjustedResiduals_AgrestisTable_EqualR()
    {
        // R 4.2: chisq.test(matrix(c(762, 484, 327, 239, 468, 477), 2))$stdres
        var residuals = ContingencyTable.AdjustedResiduals(Agresti);
        double[] expected = [4.50205352108671, 0.69945173298443, -5.31594554270493];
        for (var c = 0; c < 3; c++)
        {
            residuals[0, c].ShouldBe(expected[c], 1e-12);
            residuals[1, c].ShouldBe(-expected[c], 1e-12);
        }
    }

    [Fact]
    public void ChiSquare_AgrestisTable_EqualsR()
    {
        // R 4.2: t <- chisq.test(...); c(t$statistic, t$parameter, t$p.value); sqrt(t$statistic / sum(m))
        var result = ContingencyTable.ChiSquare(Agresti);
        result.Statistic.ShouldBe(30.0701490957547, 1e-11);
        result.DegreesOfFreedom.ShouldBe(2);
        result.PValue.ShouldBe(2.95358918321176e-07, 1e-17);
        result.CramersV.ShouldBe(0.104435802356468, 1e-13);
    }

    [Fact]
    public void ChiSquare_EmptyRowsAndColumns_AreLeftOut()
    {
        var padded = new double[,] { { 762, 0, 327, 468 }, { 0, 0, 0, 0 }, { 484, 0, 239, 477 } };
        ContingencyTable.ChiSquare(padded).ShouldBe(ContingencyTable.ChiSquare(Agresti));
    }

    [Fact]
    public void ChiSquare_OneFilledRow_HasNothingToTest() =>
        ContingencyTable.ChiSquare(new double[,] { { 3, 4 }, { 0, 0 } }).ShouldBe(new ChiSquareResult(0, 0, 1, 0));

    [Fact]
    public void AdjustedResiduals_EmptyRowOrWholeColumn_AreNotDefined()
    {
        var residuals = ContingencyTable.AdjustedResiduals(new double[,] { { 0, 0 }, { 5, 0 } });
        residuals.Cast<double>().ShouldAllBe(residual => double.IsNaN(residual));
    }

    [Fact]
    public void ChiSquare_TenfoldTable_KeepsTheTailOfTheDistribution()
    {
        // R 4.2: chisq.test(10 * matrix(c(762, 484, 327, 239, 468, 477), 2))$p.value
        var tenfold = new double[,] { { 7620, 3270, 4680 }, { 4840, 2390, 4770 } };
        ContingencyTable.ChiSquare(tenfold).PValue.ShouldBe(5.05243678623269e-66, 1e-76);
    }

    [Fact]
    public void ChiSquare_ManyColumns_EqualsR()
    {
        // R 4.2: chisq.test(matrix(1:60, 6))[c("statistic", "p.value")]
        var table = new double[6, 10];
        for (var i = 0; i < 60; i++)
        {
            table[i % 6, i / 6] = i + 1;
        }

        var result = ContingencyTable.ChiSquare(table);
        result.Statistic.ShouldBe(5.70896124812067, 1e-12);
        result.DegreesOfFreedom.ShouldBe(45);
        result.PValue.ShouldBe(0.999999999999783, 1e-14);
    }

    [Fact]
    public void ResidualsAgainstBase_KnownShares_EqualR()
    {
        // R 4.2: chisq.test(c(120, 60, 20), p = c(.5, .35, .15))$stdres
        var residuals = ContingencyTable.ResidualsAgainstBase([120, 60, 20], [5000, 3500, 1500]);
        residuals[0].ShouldBe(2.82842712474619, 1e-12);
        residuals[1].ShouldBe(-1.48249863332220, 1e-12);
        residuals[2].ShouldBe(-1.98029508595335, 1e-12);
    }

    [Fact]
    public void GoodnessOfFit_KnownShares_EqualsR()
    {
        // R 4.2: t <- chisq.test(c(120, 60, 20), p = c(.5, .35, .15)); c(t$statistic, t$parameter, t$p.value); sqrt(t$statistic / 200 / 2)
        var fit = ContingencyTable.GoodnessOfFit([120, 60, 7, 20], [5000, 3500, 0, 1500]);
        fit.Statistic.ShouldBe(8.7619047619047628, 1e-12);
        fit.DegreesOfFreedom.ShouldBe(2);
        fit.PValue.ShouldBe(0.0125134353867338, 1e-14);
        fit.CramersV.ShouldBe(0.148002573980191, 1e-14);
    }

    [Fact]
    public void GoodnessOfFit_OneGroupOrNoEvent_HasNothingToTest()
    {
        ContingencyTable.GoodnessOfFit([5, 3], [10, 0]).ShouldBe(new ChiSquareResult(0, 0, 1, 0));
        ContingencyTable.GoodnessOfFit([0, 0], [10, 20]).ShouldBe(new ChiSquareResult(0, 0, 1, 0));
    }

    [Fact]
    public void ResidualsAgainstBase_GroupWithoutBase_IsNotDefined()
    {
        var residuals = ContingencyTable.ResidualsAgainstBase([3, 4, 5], [0, 10, 20]);
        double.IsNaN(residuals[0]).ShouldBeTrue();
        double.IsFinite(residuals[1]).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 0.617075077451974)]
    [InlineData(-1.96, 0.0499957902964409)]
    [InlineData(5.315946, 1.06104615386649e-07)]
    [InlineData(-10, 1.52397060483211e-23)]
    [InlineData(30, 9.81342785429637e-198)]
    public void TwoSidedP_NormalScore_EqualsR(double z, double p) => // R 4.2: 2 * pnorm(-abs(z))
        ContingencyTable.TwoSidedP(z).ShouldBe(p, p * 1e-10);

    [Fact]
    public void TwoSidedP_NotDefined_StaysNotDefined() => double.IsNaN(ContingencyTable.TwoSidedP(double.NaN)).ShouldBeTrue();

    [Fact]
    public void AdjustedResiduals_NegativeCount_IsRefused() =>
        Should.Throw<ArgumentException>(() => ContingencyTable.AdjustedResiduals(new double[,] { { -1, 2 }, { 3, 4 } }));
}
