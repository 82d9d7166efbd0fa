namespace Analytics.Core.CrossTabs;

/// <summary>Answers cross-tab questions: in memory over columns loaded once, or pushed down to the warehouse. Both give the same numbers.</summary>
public interface ICrossTabSource
{
    /// <summary>Answers all questions, in their order; giving them together lets the source read each window once.</summary>
    /// <exception cref="AnalyticsException">AN4002: an axis or filter names a column the table does not have.</exception>
    IReadOnlyList<CrossTab> Answer(IReadOnlyList<CrossTabQuery> queries);
}
