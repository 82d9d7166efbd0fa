using System.Text;
using Analytics.Reporting.Mail;

namespace Analytics.Pipeline.Deliver.Mail;

/// <summary>Mail with the workbook attached, or with a link where it is too large.</summary>
/// <param name="settings">The sender.</param>
/// <param name="to">Address of the recipient.</param>
/// <param name="transport">What takes the mail away.</param>
public sealed class MailChannel(SmtpSettings settings, string to, IMailTransport transport) : IDeliveryChannel
{
    /// <inheritdoc/>
    public string Kind => "mail";

    /// <inheritdoc/>
    public string Address => to;

    /// <inheritdoc/>
    public void Send(DeliveryContent content, CancellationToken cancellation) => transport.Send(Mail(content), cancellation);

    /// <summary>Sends a failure mail.</summary>
    /// <param name="id">Id of the delivery.</param>
    /// <param name="content">Subject and bodies.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public void Send(string id, MailContent content, CancellationToken cancellation) => transport.Send(Mail(id, content, null), cancellation);

    /// <inheritdoc/>
    public IReadOnlyList<string> Preview(DeliveryContent content, string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{to}_{content.Id[..8]}");
        var mail = Mail(content);
        new MailFileTransport(path + ".eml").Send(mail, CancellationToken.None);
        File.WriteAllText(path + ".html", mail.Content.Html, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return [path + ".eml", path + ".html"];
    }

    private OutgoingMail Mail(DeliveryContent content)
    {
        var enclosure = content.Enclosed;
        return Mail(
            content.Id,
            ReportMail.Render(content.Published.Report, content.Words, enclosure),
            enclosure.Link is null ? content.Published.Workbook : null);
    }

    private OutgoingMail Mail(string id, MailContent content, string? attachment) => new(id, settings.From, settings.FromName, to, content, attachment);
}
