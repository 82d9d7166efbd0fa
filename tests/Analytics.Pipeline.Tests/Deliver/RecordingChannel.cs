using Analytics.Pipeline.Deliver;

namespace Analytics.Pipeline.Tests.Deliver;

/// <summary>A channel that keeps what it is given and fails as it is told.</summary>
public sealed class RecordingChannel : IDeliveryChannel
{
    private readonly Lock _lock = new();

    public string Kind => "folder";

    public string Address { get; private init; } = "someone";

    /// <summary>What was handed over, faults included, in order.</summary>
    public List<DeliveryContent> Sent { get; private init; } = [];

    public TimeSpan Pause { get; init; }

    public Func<int, Exception>? Fault { get; init; }

    public Recipient Recipient(string name = "someone") =>
        new(name, new RecordingChannel { Address = name, Sent = Sent, Pause = Pause, Fault = Fault }, [], "zh-CN", SendRule.Always);

    public void Send(DeliveryContent content, CancellationToken cancellation)
    {
        lock (_lock)
        {
            Sent.Add(content);
        }

        Thread.Sleep(Pause);
        if (Fault is not null)
        {
            throw Fault(Sent.Count);
        }
    }

    public IReadOnlyList<string> Preview(DeliveryContent content, string folder) => [];
}
