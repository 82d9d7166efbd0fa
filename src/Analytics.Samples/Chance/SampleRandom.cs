namespace Analytics.Samples.Chance;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators"): a stream per (seed, table, index), so that
/// any subscriber can be drawn again from its number alone and nothing has to be kept in memory.
/// </summary>
internal struct SampleRandom
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong _state;

    public SampleRandom(int seed, int stream, long index) => _state = Mix(Mix(((ulong)(uint)seed << 8) ^ (ulong)stream) + ((ulong)index * Golden));

    public ulong Next() => Mix(_state += Golden);

    /// <summary>Uniform on [0, 1).</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform on 0…n−1.</summary>
    public int Below(int n) => (int)Math.BigMul(Next(), (ulong)n, out _);

    public bool Chance(double probability) => Uniform() < probability;

    /// <summary>Standard normal, cut at ±3.9 (see <see cref="NormalTable"/>).</summary>
    public double Normal() => NormalTable.Quantile(Uniform());

    public double LogNormal(double median, double sigma) => median * Math.Exp(sigma * Normal());

    public double Exponential(double mean) => -mean * Math.Log(1 - Uniform());

    /// <summary>Poisson: by products of uniforms (Knuth) for small means, by the rounded normal for large ones.</summary>
    public int Poisson(double mean)
    {
        // exp(−mean) loses its digits and a draw takes as many uniforms as the mean.
        if (mean > 50)
        {
            return Math.Max(0, (int)Math.Round(mean + (Math.Sqrt(mean) * Normal())));
        }

        var limit = Math.Exp(-mean);
        var product = Uniform();
        var n = 0;
        while (product > limit)
        {
            product *= Uniform();
            n++;
        }

        return n;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
