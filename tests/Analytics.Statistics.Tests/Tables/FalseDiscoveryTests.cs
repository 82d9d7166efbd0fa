using Analytics.Statistics.Tables;

namespace Analytics.Statistics.Tests.Tables;

public sealed class FalseDiscoveryTests
{
    [Fact]
    public void BenjaminiHochberg_TiesAndMissing_EqualR()
    {
        // R 4.2: p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.55, NA, 0.03), "BH")
        var adjusted = FalseDiscovery.BenjaminiHochberg([0.01, 0.04, 0.03, 0.005, 0.55, double.NaN, 0.03]);
        double[] expected = [0.030, 0.048, 0.045, 0.030, 0.550, double.NaN, 0.045];
        for (var i = 0; i < expected.Length; i++)
        {
            if (double.IsNaN(expected[i]))
            {
                double.IsNaN(adjusted[i]).ShouldBeTrue();
            }
            else
            {
                adjusted[i].ShouldBe(expected[i], 1e-15);
            }
        }
    }

    [Fact]
    public void BenjaminiHochberg_OriginalExample_FindsFour()
    {
        // Benjamini and Hochberg (1995), section 3.2: 15 p-values, 4 rejected at q = 0.05.
        double[] p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000];
        FalseDiscovery.BenjaminiHochberg(p).Count(adjusted => adjusted <= 0.05).ShouldBe(4);
    }

    [Fact]
    public void BenjaminiHochberg_NothingTested_IsEmpty() => FalseDiscovery.BenjaminiHochberg([]).ShouldBeEmpty();

    [Fact]
    public void BenjaminiHochberg_ValueAboveOne_IsRefused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => FalseDiscovery.BenjaminiHochberg([0.5, 1.5]));
}
