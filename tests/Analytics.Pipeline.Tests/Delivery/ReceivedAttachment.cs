namespace Analytics.Pipeline.Tests.Delivery;

public sealed record ReceivedAttachment(string Name, string Type, string Path);
