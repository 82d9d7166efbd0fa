namespace Analytics.Pipeline.Deliver;

/// <summary>A password, token or key that no log, message or file may show: as text it is three dots.</summary>
/// <param name="value">The value.</param>
public sealed class Secret(string value)
{
    /// <summary>The value, for the one place that hands it to a server.</summary>
    public string Reveal() => value;

    /// <inheritdoc/>
    public override string ToString() => "•••";
}
