using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Analytics.Jobs.Hosting;

/// <summary>The metrics of this process as text, the way Prometheus reads them: counters as totals, histograms as sum and count.</summary>
internal sealed class MetricsText : IDisposable
{
    private readonly ConcurrentDictionary<string, (double Sum, long Count, bool IsHistogram)> _values = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();

    public MetricsText()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == JobMetrics.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>All values, one a line.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        foreach (var (key, (sum, count, isHistogram)) in _values.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            var brace = key.IndexOf('{', StringComparison.Ordinal);
            var (name, tags) = (key[..brace], key[brace..]);
            if (isHistogram)
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}_sum{tags} {sum}\n{name}_count{tags} {count}\n");
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}_total{tags} {sum}\n");
            }
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = string.Join(',', tags.ToArray().Select(t => $"{t.Key}=\"{Escape(Convert.ToString(t.Value, CultureInfo.InvariantCulture) ?? "")}\""));
        var isHistogram = instrument is Histogram<double>;
        _values.AddOrUpdate($"{instrument.Name}{{{labels}}}", (value, 1, isHistogram), (_, old) => (old.Sum + value, old.Count + 1, isHistogram));
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
