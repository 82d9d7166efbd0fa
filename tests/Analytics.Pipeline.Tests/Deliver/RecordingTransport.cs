using Analytics.Pipeline.Deliver.Mail;

namespace Analytics.Pipeline.Tests.Deliver;

/// <summary>Keeps the mails it is given.</summary>
public sealed class RecordingTransport : IMailTransport
{
    public List<OutgoingMail> Sent { get; } = [];

    public void Send(OutgoingMail mail, CancellationToken cancellation) => Sent.Add(mail);
}
