using Analytics.Pipeline.Delivery;

namespace Analytics.Pipeline.Tests.Delivery;

/// <summary>Keeps the mails it is given.</summary>
public sealed class RecordingTransport : IMailTransport
{
    public List<OutgoingMail> Sent { get; } = [];

    public void Send(OutgoingMail mail, CancellationToken cancellation) => Sent.Add(mail);
}
