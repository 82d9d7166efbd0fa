namespace Analytics.Core.CrossTabs;

/// <summary>What a cross-tab counts.</summary>
public enum FactTable
{
    /// <summary>Complaints, by the time they were received.</summary>
    Complaints,

    /// <summary>Subscribers of the snapshot that answers for a period; imported population counts where there are no subscriber rows.</summary>
    Subscribers,

    /// <summary>Survey answers (one per response and item), by the time they were given.</summary>
    SurveyAnswers,
}
