namespace Analytics.Samples;

/// <summary>What the generator wrote, as full paths.</summary>
/// <param name="Subscribers">The subscriber snapshot.</param>
/// <param name="SubscribersMapping">Its mapping.</param>
/// <param name="Complaints">The complaints.</param>
/// <param name="ComplaintsMapping">Their mapping.</param>
/// <param name="Survey">The survey, one row a response and a column an item.</param>
/// <param name="SurveyMapping">Its mapping.</param>
/// <param name="Planted">The facts that were planted, for those who want to know whether a report finds them.</param>
/// <param name="SubscriberRows">Rows of the snapshot.</param>
/// <param name="ComplaintRows">Complaints.</param>
/// <param name="SurveyRows">Survey responses.</param>
public sealed record SampleFiles(
    string Subscribers,
    string SubscribersMapping,
    string Complaints,
    string ComplaintsMapping,
    string Survey,
    string SurveyMapping,
    string Planted,
    long SubscriberRows,
    long ComplaintRows,
    long SurveyRows);
