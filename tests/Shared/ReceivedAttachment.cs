namespace Analytics.Tests;

public sealed record ReceivedAttachment(string Name, string Type, string Path);
