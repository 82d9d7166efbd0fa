namespace Analytics.Pipeline.Tests.Deliver;

/// <summary>The tests that share the published small reports.</summary>
[CollectionDefinition(nameof(SmallPublications))]
public sealed class SmallPublicationsCollection : ICollectionFixture<SmallPublications>;
