using System.Diagnostics;
using System.Text.Json;

namespace Analytics.Benchmarks;

/// <summary>DuckDB in a process of its own, driven round by round over its standard streams.</summary>
internal sealed class DuckDb : IDisposable
{
    private readonly Process _node;

    public DuckDb(string script, string file)
    {
        var start = new ProcessStartInfo("node", [script, file]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        _node = Process.Start(start)!;
        Facts = Next<DuckFacts>();
    }

    /// <summary>What it told after loading.</summary>
    public DuckFacts Facts { get; }

    /// <summary>Answers every question once.</summary>
    public DuckRound Round()
    {
        _node.StandardInput.WriteLine("round");
        return Next<DuckRound>();
    }

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }

    private T Next<T>() => JsonSerializer.Deserialize<T>(
        _node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("DuckDB ended early; its message is above."), JsonSerializerOptions.Web)!;
}

/// <summary>DuckDB's version, threads, and the non-empty cells per question.</summary>
internal sealed record DuckFacts(string Version, int Threads, IReadOnlyList<IReadOnlyList<DuckCell>> Cells);

/// <summary>One cell of DuckDB's answer.</summary>
internal sealed record DuckCell(string Row, string Column, long Count);

/// <summary>Milliseconds per question of one round, over text and over ENUM columns.</summary>
internal sealed record DuckRound(double[] Text, double[] Enum);
