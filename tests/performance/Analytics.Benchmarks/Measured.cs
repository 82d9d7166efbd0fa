namespace Analytics.Benchmarks;

/// <summary>Times of one thing done many times over.</summary>
/// <param name="Best">Shortest, in milliseconds.</param>
/// <param name="Median">Median, in milliseconds.</param>
internal sealed record Measured(double Best, double Median)
{
    public static Measured Of(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        return new Measured(sorted[0], sorted[sorted.Length / 2]);
    }
}
