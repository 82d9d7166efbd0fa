namespace Analytics.Core.Settings;

/// <summary>Where the weights of survey responses come from.</summary>
public enum SurveyWeighting
{
    /// <summary>The survey's own weights where every response has one; else raking where the base has one of the margins; else none.</summary>
    Auto,

    /// <summary>Every response counts the same.</summary>
    None,

    /// <summary>The survey's own weights; a response without one does not count.</summary>
    Column,

    /// <summary>Raked to the subscriber base.</summary>
    Raking,
}
