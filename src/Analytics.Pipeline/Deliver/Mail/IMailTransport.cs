using Analytics.Core;

namespace Analytics.Pipeline.Deliver.Mail;

/// <summary>Takes a mail away: to a mail server, or into a file to look at.</summary>
public interface IMailTransport
{
    /// <summary>Sends a mail, and returns when it was taken.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="AnalyticsException">AN6111, AN6112, AN6113, AN6114: not taken.</exception>
    /// <exception cref="OperationCanceledException">The attempt was ended.</exception>
    void Send(OutgoingMail mail, CancellationToken cancellation);
}
