namespace Analytics.Core.Reports;

/// <summary>The stable keys for why a figure is absent; each has a translation in the renderers' resources.</summary>
public static class AbsenceReasons
{
    /// <summary>The warehouse holds no subscribers or population for this scope.</summary>
    public const string NoSubscribers = "no-subscribers";

    /// <summary>No row of the compared period is in the warehouse.</summary>
    public const string NoDataInPeriod = "no-data-in-period";

    /// <summary>The data have no value for the field the measure needs.</summary>
    public const string NoSuchField = "no-such-field";

    /// <summary>Complaints are not linked to subscribers.</summary>
    public const string NoSubscriberLink = "no-subscriber-link";

    /// <summary>Too few cases are old enough to be judged (deadline not reached by the cut-off).</summary>
    public const string NotMature = "not-mature";

    /// <summary>Fewer than half (or nine tenths) of the cases are closed, so the quantile is not reached.</summary>
    public const string QuantileNotReached = "quantile-not-reached";

    /// <summary>The denominator is zero.</summary>
    public const string EmptyDenominator = "empty-denominator";

    /// <summary>The change cannot be given because one of the two figures is absent or hidden.</summary>
    public const string NotComparable = "not-comparable";

    /// <summary>Fewer cases than the minimum cell, so every part of the table would be hidden.</summary>
    public const string TooFewCases = "too-few-cases";

    /// <summary>The newest data end inside the period, so its count is not comparable with whole periods.</summary>
    public const string PartialPeriod = "partial-period";

    /// <summary>No scale is configured for the item, or an answer lies outside the one that is.</summary>
    public const string ScaleUnknown = "scale-unknown";

    /// <summary>No model is configured, and no template's items are all asked by the survey.</summary>
    public const string NoModel = "no-model";

    /// <summary>Too few respondents for an estimate, or too few of them answered everything it needs.</summary>
    public const string TooFewRespondents = "too-few-respondents";

    /// <summary>The model or the drivers have no estimate: an item that does not vary, items that say the same, weights that do not settle.</summary>
    public const string NotEstimable = "not-estimable";

    /// <summary>The model missed a blocking test of the reliability and validity gate.</summary>
    public const string ModelHeldBack = "model-held-back";

    /// <summary>There are fewer groups than a comparison needs.</summary>
    public const string NoGroups = "no-groups";
}
