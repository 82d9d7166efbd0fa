namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>What a reader of an estimated model should know.</summary>
public enum ModelWarningKind
{
    /// <summary>Fewer respondents than ten times the largest regression (the value is the number it asks for).</summary>
    FewRespondents,

    /// <summary>A construct measured by one item has no reliability of its own.</summary>
    SingleItem,

    /// <summary>An indicator has a weight of 0 or less (the value): its construct has no index on the scale of the items.</summary>
    WeightNotPositive,

    /// <summary>Share of answers that are missing (the value, 0–1).</summary>
    MissingAnswers,

    /// <summary>ρA above 1 (the value): the correction for attenuation is not admissible.</summary>
    ReliabilityAboveOne,

    /// <summary>R² above 1 (the value): the consistent estimate is not admissible.</summary>
    RSquaredAboveOne,

    /// <summary>f² of the parts of an interaction has no published answer and is left out.</summary>
    NoFSquare,

    /// <summary>SRMR of second-order constructs and interactions has no published answer and is left out.</summary>
    NoSrmr,

    /// <summary>Prediction with second-order constructs or interactions has no published answer and is left out.</summary>
    NoPrediction,

    /// <summary>Measurement invariance of second-order constructs and interactions has no published answer and is left out.</summary>
    NoInvariance,

    /// <summary>Resamples without an estimate (the value, their share): their statistics leave them out.</summary>
    FailedResamples,

    /// <summary>Weights are so uneven that they count for less than half of the respondents (the value is the effective number).</summary>
    UnevenWeights,
}

/// <summary>A warning with what it is about; the words are the renderer's.</summary>
/// <param name="Kind">What.</param>
/// <param name="Subject">Item, construct or path; empty for the whole model.</param>
/// <param name="Value">The number the kind speaks of; null where it speaks of none.</param>
public sealed record ModelWarning(ModelWarningKind Kind, string Subject = "", double? Value = null);
