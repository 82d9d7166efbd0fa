namespace Analytics.Pipeline.Tests.EndToEnd;

/// <summary>The tests that share one imported sample.</summary>
[CollectionDefinition(nameof(SampleWarehouse))]
public sealed class SampleWarehouseCollection : ICollectionFixture<SampleWarehouse>;
