using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Analytics.Pipeline.Deliver.Mail;

/// <summary>Hands mails to a mail server, a connection each.</summary>
/// <param name="settings">The server and how to speak to it.</param>
public sealed class SmtpTransport(SmtpSettings settings) : IMailTransport
{
    private const int SignInRequired = 530;
    private readonly string _server = FormattableString.Invariant($"{settings.Host}:{settings.Port}");

    /// <inheritdoc/>
    public void Send(OutgoingMail mail, CancellationToken cancellation)
    {
        using var message = MimeMail.Of(mail);
        using var client = Client();
        var sending = client.SendMailAsync(message, CancellationToken.None);
        try
        {
            // the client's own cancellation waits for the server's next reply; disposing of the client closes the connection
            sending.Wait(cancellation);
        }
        catch (OperationCanceledException)
        {
            client.Dispose();
            _ = sending.ContinueWith(ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw;
        }
        catch (AggregateException both) when (both.InnerException is { } fault && Translate(fault, mail.To) is { } coded)
        {
            throw coded;
        }
    }

    private SmtpClient Client() => new(settings.Host, settings.Port)
    {
        EnableSsl = settings.Security == SmtpSecurity.StartTls,
        UseDefaultCredentials = false,
        Credentials = settings.User.Length == 0 ? null : new NetworkCredential(settings.User, settings.Password?.Reveal()),
        Timeout = int.MaxValue, // the attempt's own limit ends it
    };

    private DeliveryException? Translate(Exception fault, string to) => fault switch
    {
        _ when Chain(fault).OfType<AuthenticationException>().FirstOrDefault() is { } unsafeConnection =>
            DeliveryFaults.NotTrusted(_server, unsafeConnection.Message, fault),
        SmtpException smtp => Of(smtp, to),
        IOException or SocketException => DeliveryFaults.MailNotTaken(_server, to, fault.Message, fault),
        _ => null,
    };

    /// <summary>The first digit of a reply says whether trying again may help (RFC 5321, 4.2.1).</summary>
    private DeliveryException Of(SmtpException fault, string to)
    {
        var code = (int)fault.StatusCode;
        var answer = FormattableString.Invariant($"{code} {fault.Message}");
        return code switch
        {
            SignInRequired or 534 or 535 or 538 when settings.User.Length > 0 => DeliveryFaults.SignInRefused(_server, settings.User, answer, fault),
            >= 500 and < 600 => DeliveryFaults.MailRefused(_server, to, answer, fault),
            _ when fault.StatusCode == SmtpStatusCode.GeneralFailure && fault.InnerException is null && settings.Security == SmtpSecurity.StartTls =>
                DeliveryFaults.NotTrusted(_server, fault.Message, fault),
            _ => DeliveryFaults.MailNotTaken(_server, to, code > 0 ? answer : Chain(fault).Last().Message, fault),
        };
    }

    private static IEnumerable<Exception> Chain(Exception fault)
    {
        for (Exception? at = fault; at is not null; at = at.InnerException)
        {
            yield return at;
        }
    }
}
