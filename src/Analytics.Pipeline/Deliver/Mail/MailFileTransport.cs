using System.Net.Mail;

namespace Analytics.Pipeline.Deliver.Mail;

/// <summary>Writes mails as they would leave into <c>.eml</c> files, which every mail program opens.</summary>
/// <param name="path">Path of the file.</param>
public sealed class MailFileTransport(string path) : IMailTransport
{
    /// <inheritdoc/>
    public void Send(OutgoingMail mail, CancellationToken cancellation)
    {
        var pickup = path + ".partial";
        Directory.CreateDirectory(pickup);
        try
        {
            using (var message = MimeMail.Of(mail))
            using (
                var client = new SmtpClient
                {
                    DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
                    PickupDirectoryLocation = Path.GetFullPath(pickup),
                })
            {
                client.Send(message);
            }

            File.Move(Directory.EnumerateFiles(pickup).Single(), path, overwrite: true);
        }
        finally
        {
            Directory.Delete(pickup, recursive: true);
        }
    }
}
