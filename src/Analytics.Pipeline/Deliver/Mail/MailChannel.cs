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
    public void Send(DeliveryParcel parcel, CancellationToken cancellation) => transport.Send(Mail(parcel), cancellation);

    /// <summary>Sends a failure mail.</summary>
    /// <param name="id">Id of the delivery.</param>
    /// <param name="content">Subject and bodies.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public void Send(string id, MailContent content, CancellationToken cancellation) => transport.Send(Mail(id, content, null), cancellation);

    /// <inheritdoc/>
    public IReadOnlyList<string> Preview(DeliveryParcel parcel, string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{to}_{parcel.Id[..8]}");
        var mail = Mail(parcel);
        new MailFileTransport(path + ".eml").Send(mail, CancellationToken.None);
        File.WriteAllText(path + ".html", mail.Content.Html, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return [path + ".eml", path + ".html"];
    }

    private OutgoingMail Mail(DeliveryParcel parcel)
    {
        var enclosure = parcel.Enclosed;
        return Mail(parcel.Id, ReportMail.Render(parcel.Published.Report, parcel.Words, enclosure), enclosure.Link is null ? parcel.Published.Workbook : null);
    }

    private OutgoingMail Mail(string id, MailContent content, string? attachment) => new(id, settings.From, settings.FromName, to, content, attachment);
}
