namespace Analytics.Pipeline.Tests.Delivery;

/// <summary>The tests that share the published small reports.</summary>
[CollectionDefinition(nameof(SmallPublications))]
public sealed class SmallPublicationsCollection : ICollectionFixture<SmallPublications>;
