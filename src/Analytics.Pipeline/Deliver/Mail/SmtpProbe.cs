using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Analytics.Core;

namespace Analytics.Pipeline.Deliver.Mail;

/// <summary>Speaks to a mail server as far as the sign-in, and leaves without sending anything.</summary>
public static class SmtpProbe
{
    private const int Ready = 220;
    private const int Done = 250;
    private const int SignedIn = 235;

    /// <summary>Connects, asks for TLS and signs in, as configured.</summary>
    /// <param name="settings">The server.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="AnalyticsException">AN6112: not reached. AN6113: no TLS, or a certificate that is not trusted. AN6114: sign-in refused.</exception>
    /// <exception cref="OperationCanceledException">The attempt was ended.</exception>
    public static async Task Run(SmtpSettings settings, CancellationToken cancellation)
    {
        var server = FormattableString.Invariant($"{settings.Host}:{settings.Port}");
        try
        {
            await Speak(settings, server, cancellation).ConfigureAwait(false);
        }
        catch (AuthenticationException fault)
        {
            throw DeliveryFaults.NotTrusted(server, fault.Message, fault);
        }
        catch (Exception fault) when (fault is IOException or SocketException)
        {
            throw DeliveryFaults.MailNotTaken(server, "nobody", fault.Message, fault);
        }
    }

    private static async Task Speak(SmtpSettings settings, string server, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(settings.Host, settings.Port, cancellation);
        Stream stream = client.GetStream();
        await Expect(stream, Ready, server, cancellation);
        await Ask(stream, "EHLO localhost", Done, server, cancellation);
        if (settings.Security == SmtpSecurity.StartTls)
        {
            var (code, answer) = await Ask(stream, "STARTTLS", null, server, cancellation);
            if (code != Ready)
            {
                throw DeliveryFaults.NotTrusted(server, $"it offers no TLS ({answer})");
            }

            var secured = new SslStream(stream);
            await secured.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = settings.Host }, cancellation);
            stream = secured;
            await Ask(stream, "EHLO localhost", Done, server, cancellation);
        }

        await using (stream)
        {
            if (settings.User.Length > 0)
            {
                await SignIn(stream, settings, server, cancellation);
            }

            await Ask(stream, "QUIT", null, server, cancellation);
        }
    }

    private static async Task SignIn(Stream stream, SmtpSettings settings, string server, CancellationToken cancellation)
    {
        var (code, answer) = await Ask(stream, "AUTH LOGIN " + Base64(settings.User), null, server, cancellation);
        if (code == 334)
        {
            (code, answer) = await Ask(stream, Base64(settings.Password?.Reveal() ?? ""), null, server, cancellation);
        }

        if (code != SignedIn)
        {
            throw DeliveryFaults.SignInRefused(server, settings.User, answer);
        }
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static async Task<(int Code, string Answer)> Ask(Stream stream, string line, int? expected, string server, CancellationToken cancellation)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), cancellation);
        return await Expect(stream, expected, server, cancellation);
    }

    /// <summary>Reads a reply to its last line, <c>250 text</c>; lines before it are <c>250-text</c>.</summary>
    private static async Task<(int Code, string Answer)> Expect(Stream stream, int? expected, string server, CancellationToken cancellation)
    {
        var line = new StringBuilder();
        var next = new byte[1];
        while (await stream.ReadAsync(next, cancellation) == 1)
        {
            if (next[0] != '\n')
            {
                line.Append((char)next[0]);
                continue;
            }

            var text = line.ToString().TrimEnd('\r');
            line.Clear();
            if (text.Length >= 4 && text[3] == '-')
            {
                continue; // RFC 5321, 4.2.1: another line follows
            }

            if (expected is not null && !text.StartsWith(expected.Value.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
            {
                throw DeliveryFaults.MailNotTaken(server, "nobody", text);
            }

            return (int.TryParse(text.AsSpan(0, Math.Min(3, text.Length)), out var code) ? code : 0, text);
        }

        throw DeliveryFaults.MailNotTaken(server, "nobody", "it closed the connection.");
    }
}
