using Analytics.Core.CrossTabs;

namespace Analytics.Core.Tests.CrossTabs;

public sealed class BandSetTests
{
    private static readonly BandSet Arpu = new("arpu", [20, 50, 80, 120, 200, 400]);
    private static readonly BandSet Age = new("age", [18, 25, 65], RightClosed: false);

    [Fact]
    public void Label_EachRule_PrintsTheBounds()
    {
        Enumerable.Range(0, Arpu.Count).Select(Arpu.Label).ShouldBe(["≤20", "(20, 50]", "(50, 80]", "(80, 120]", "(120, 200]", "(200, 400]", ">400"]);
        Enumerable.Range(0, Age.Count).Select(Age.Label).ShouldBe(["<18", "[18, 25)", "[25, 65)", "≥65"]);
    }

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(20, 0)]
    [InlineData(20.01, 1)]
    [InlineData(50, 1)]
    [InlineData(400, 5)]
    [InlineData(400.0001, 6)]
    [InlineData(double.NaN, -1)]
    public void IndexOf_RightClosed_KeepsTheUpperBound(double value, int band) => Arpu.IndexOf(value).ShouldBe(band);

    [Theory]
    [InlineData(17.99, 0)]
    [InlineData(18, 1)]
    [InlineData(25, 2)]
    [InlineData(65, 3)]
    public void IndexOf_LeftClosed_KeepsTheLowerBound(double value, int band) => Age.IndexOf(value).ShouldBe(band);
}
