namespace Analytics.Statistics.Tests.PathModels;

/// <summary>The phone surveys that a property of the method is tried on.</summary>
public enum Survey
{
    /// <summary>The one of Fixtures, in every clone.</summary>
    Seeded,

    /// <summary>The public one; its tests are skipped where it is absent.</summary>
    Published,
}
