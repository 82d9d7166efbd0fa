namespace Analytics.Core.Reports;

/// <summary>What has changed since the version of this period and scope that was published before, by how much and why.</summary>
/// <param name="Since">Number of that version.</param>
/// <param name="Rows">Why: tables whose rows of the period have changed; empty where the settings, an earlier period or the base changed the figures.</param>
/// <param name="Figures">What: headline measures first, then the others by the size of the change; at most <see cref="MostListed"/>.</param>
/// <param name="TotalFigures">Figures that changed, listed or not.</param>
public sealed record ReportRevisions(int Since, IReadOnlyList<RevisedRows> Rows, IReadOnlyList<Revision> Figures, int TotalFigures)
{
    /// <summary>Figures listed at most; <see cref="TotalFigures"/> counts the others.</summary>
    public const int MostListed = 60;
}
