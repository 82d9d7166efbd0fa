namespace Analytics.Statistics.Tests.PathModels;

/// <summary>A number another package gives: what it is, and of what.</summary>
internal sealed record ExpectedFigure(string Kind, string From, string To, double Value)
{
    /// <summary>The same number, to an absolute tolerance.</summary>
    public void ShouldBe(double actual, double tolerance) => actual.ShouldBe(Value, tolerance, $"{Kind} {From} {To}");
}
