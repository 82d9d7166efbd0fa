namespace Analytics.Study.Masking;

/// <summary>A masked column as an association shows it: its largest labels, the rest merged, unknown last. Only what may be shown stands alone.</summary>
/// <param name="Column">Column.</param>
/// <param name="Labels">Labels shown; null is the merged rest, the empty one unknown.</param>
/// <param name="Positions">For every label of the masked column, its position in <paramref name="Labels"/>.</param>
internal sealed record MergedAxis(string Column, IReadOnlyList<string?> Labels, IReadOnlyDictionary<string, int> Positions)
{
    /// <summary>Whether anything but rest and unknown is shown.</summary>
    public bool HasKnown => Labels.Any(l => !string.IsNullOrEmpty(l));

    /// <summary>
    /// Merges what is hidden, what is beyond the largest <paramref name="most"/> and what would be all hidden cells in a cross-table; never a single
    /// label alone.
    /// </summary>
    /// <param name="axis">The masked column.</param>
    /// <param name="most">Labels shown one by one.</param>
    /// <param name="least">Labels with fewer cases are merged, unless fewer than two would be left.</param>
    public static MergedAxis Of(MaskedAxis axis, int most, int least)
    {
        var all = axis.Labels.Select((label, i) => (Label: label, Count: axis.Counts[i], Hidden: axis.Hidden[i] || axis.IsWithheld))
            .Where(l => l.Count > 0).ToArray();
        var shown = all.Where(l => l.Label.Length > 0 && !l.Hidden)
            .OrderByDescending(l => l.Count).ThenBy(l => l.Label, StringComparer.Ordinal).Select(l => l.Label).ToList();
        if (shown.Count(l => axis.Counts[axis.Find(l)] >= least) is var enough && enough >= 2)
        {
            most = Math.Min(most, enough);
        }

        var unknown = all.Any(l => l.Label.Length == 0 && !l.Hidden);
        var hidden = all.Count(l => l.Hidden);
        var kept = shown.Count <= most || (shown.Count == most + 1 && hidden == 0) ? shown : shown.Take(most).ToList();
        if (all.Length - kept.Count - (unknown ? 1 : 0) == 1 && kept.Count > 0)
        {
            kept.RemoveAt(kept.Count - 1);
        }

        if (axis.Axis.Bands is not null)
        {
            kept = [.. axis.Labels.Where(kept.Contains)];
        }

        List<string?> labels = [.. kept];
        var rest = all.Length > kept.Count + (unknown ? 1 : 0);
        labels.AddRange(rest ? [null] : []);
        labels.AddRange(unknown ? [""] : []);
        var restAt = labels.IndexOf(null);
        return new MergedAxis(
            axis.Axis.Column,
            labels,
            all.ToDictionary(l => l.Label, l => l.Hidden || !labels.Contains(l.Label) ? restAt : labels.IndexOf(l.Label), StringComparer.Ordinal));
    }

    /// <summary>Position of a label; the rest for one that is not listed.</summary>
    public int Position(string label) => Positions.TryGetValue(label, out var at) ? at : -1;
}
