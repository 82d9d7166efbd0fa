namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>Why an estimation gave no result.</summary>
internal enum FaultReason
{
    None,
    NoAnswers,
    ConstantItem,
    CollinearIndicators,
    CollinearPredictors,
    NoVariance,
    NotConverged,
    NoReliability,
}

/// <summary>Why and where an estimation gave no result; nothing is allocated, because resamples fail too.</summary>
/// <param name="Reason">Why.</param>
/// <param name="At">Number of the item or construct.</param>
/// <param name="Stage">Stage the number belongs to; null for items.</param>
internal readonly record struct StageFault(FaultReason Reason, int At = -1, StagePlan? Stage = null);
