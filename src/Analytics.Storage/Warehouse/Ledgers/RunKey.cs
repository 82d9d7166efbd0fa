using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Analytics.Storage.Warehouse.Ledgers;

/// <summary>What makes a run the same run: with the same key it is done once, on however many workers and however often it is asked for.</summary>
/// <param name="Report">Name of the job the report belongs to; two jobs may publish the same period for different readers.</param>
/// <param name="Scope">Filters as text; <c>all</c> without any.</param>
/// <param name="Period">Period label, <c>2026-W46</c>.</param>
/// <param name="DataVersion">What of the period was stored, and the settings it is studied with.</param>
public sealed record RunKey(string Report, string Scope, string Period, string DataVersion)
{
    /// <summary>32 hexadecimal digits that stand for the four parts.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Report, Scope, Period, DataVersion))).AsSpan(0, 16));

    /// <summary>As people and logs read it: <c>weekly/all/2026-W46/9f31c2ab</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Report}/{Scope}/{Period}/{DataVersion[..Math.Min(8, DataVersion.Length)]}");
}
