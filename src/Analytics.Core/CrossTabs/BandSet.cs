using System.Globalization;

namespace Analytics.Core.CrossTabs;

/// <summary>
/// Cuts a number into bands. With edges e₁&lt;e₂&lt;… there are n+1 bands: below the first edge, between neighbours, above the last.
/// Right-closed bands are (a, b] ("含50", the operator's ARPU rule); left-closed bands are [a, b).
/// </summary>
/// <param name="Column">
/// Canonical or derived numeric column the bands cut: <c>arpu</c>, <c>age</c>, <c>data_mb</c>, <c>tenure_years</c>, <c>data_spend_share</c>.
/// </param>
/// <param name="Edges">Strictly increasing bounds.</param>
/// <param name="RightClosed">True for (a, b], false for [a, b).</param>
public sealed record BandSet(string Column, IReadOnlyList<double> Edges, bool RightClosed = true)
{
    /// <summary>Number of bands, missing not counted.</summary>
    public int Count => Edges.Count + 1;

    /// <summary>Band of <paramref name="value"/>, 0…<see cref="Count"/>−1, or −1 for NaN (missing).</summary>
    public int IndexOf(double value)
    {
        if (double.IsNaN(value))
        {
            return -1;
        }

        var band = 0;
        while (band < Edges.Count && (RightClosed ? value > Edges[band] : value >= Edges[band]))
        {
            band++;
        }

        return band;
    }

    /// <summary>
    /// The printed bounds of a band, the same in every language: <c>≤20</c>, <c>(20, 50]</c>, <c>&gt;400</c>; left-closed <c>&lt;18</c>, <c>[18, 25)</c>,
    /// <c>≥65</c>.
    /// </summary>
    public string Label(int band)
    {
        static string Text(double edge) => edge.ToString("0.####", CultureInfo.InvariantCulture);
        if (band < 0)
        {
            return "";
        }

        if (band == 0)
        {
            return (RightClosed ? "≤" : "<") + Text(Edges[0]);
        }

        if (band == Edges.Count)
        {
            return (RightClosed ? ">" : "≥") + Text(Edges[^1]);
        }

        return RightClosed ? $"({Text(Edges[band - 1])}, {Text(Edges[band])}]" : $"[{Text(Edges[band - 1])}, {Text(Edges[band])})";
    }
}
